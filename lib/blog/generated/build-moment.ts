import type { BuildMoment } from '../../model/build-moment'

/** The moment of this build, the same in each of its processes. Throws where there is none: `npm run generate` writes it. */
export const buildMoment: BuildMoment = readMoment()

function readMoment(): BuildMoment {
  const [found] = Object.values(
    import.meta.glob<BuildMoment>('../../../.quire/build.json', { eager: true, import: 'default' }),
  )
  if (!found) throw new Error('There is no .quire/build.json. Run `npm run generate` first.')
  return found
}
