import type { PublishedSnapshot } from '../../snapshots/published'
import { findGenerated } from './read-generated'

/**
 * A snapshot as this build shows it.
 * @param name as `snapshotName` makes it
 */
export function findSnapshot(name: string): Promise<PublishedSnapshot | undefined> {
  return findGenerated(`.quire/snapshots/${name}.json`)
}
