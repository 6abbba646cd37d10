/**
 * What the dev server changes after each edit (`lib/build/revision.ts`), so that Next evaluates the modules that read
 * generated data again. A production build never changes it.
 */
const [revision] = Object.values(
  import.meta.glob<{ revision: number }>('../../../.quire/revision.json', { eager: true, import: 'default' }),
)

export default revision
