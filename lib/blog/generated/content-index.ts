import type { ContentIndex } from '@/lib/model/content-index'
import { readGenerated } from './read-generated'
import './revision'

/** The index of this build. Throws if there is none: `npm run generate` writes it. */
export const contentIndex: ContentIndex = readGenerated('.quire/index.json')
