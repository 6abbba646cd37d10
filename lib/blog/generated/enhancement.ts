import type { Enhancement } from '../../model/enhancement'

/** The enhancement script of this build. Throws where there is none: `npm run generate` writes it. */
export const enhancement: Enhancement = readEnhancement()

function readEnhancement(): Enhancement {
  const [found] = Object.values(
    import.meta.glob<Enhancement>('../../../.quire/enhancement.json', { eager: true, import: 'default' }),
  )
  if (!found) throw new Error('There is no .quire/enhancement.json. Run `npm run generate` first.')
  return found
}
