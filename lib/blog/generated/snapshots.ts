import type { PublishedSnapshot } from '../../snapshots/published'

// Lazy, like the texts: a snapshot is read when a page that shows it is rendered.
const snapshots = import.meta.glob<PublishedSnapshot>('../../../.quire/snapshots/*.json', {
  import: 'default',
})

/**
 * A snapshot as this build shows it.
 * @param name as `snapshotName` makes it
 */
export async function findSnapshot(name: string): Promise<PublishedSnapshot | undefined> {
  return snapshots[`../../../.quire/snapshots/${name}.json`]?.()
}
