import type { Enhancement } from '../../model/enhancement'
import { readGenerated } from './read-generated'

/** The enhancement script of this build. Throws if there is none: `npm run generate` writes it. */
export const enhancement: Enhancement = readGenerated('.quire/enhancement.json')
