import type { BuildMoment } from '../../model/build-moment'
import { readGenerated } from './read-generated'

/** The moment of this build, the same in each of its processes. Throws if there is none: `npm run generate` writes it. */
export const buildMoment: BuildMoment = readGenerated('.quire/build.json')
