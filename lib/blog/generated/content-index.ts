import type { ContentIndex } from '@/lib/model/content-index'

/** The index of this build. Throws where there is none: `npm run generate` writes it. */
export const contentIndex: ContentIndex = readIndex()

function readIndex(): ContentIndex {
  const [index] = Object.values(
    import.meta.glob<ContentIndex>('../../../.quire/index.json', { eager: true, import: 'default' }),
  )
  if (!index) throw new Error('There is no .quire/index.json. Run `npm run generate` first.')
  return index
}
