import type { ElementContent } from 'hast'
import type { Snapshot } from './snapshot'

/** A snapshot as the pages of one build have it: in `.quire/snapshots`. */
export interface PublishedSnapshot {
  /** Every `src` is an address of our own, every `date` a wall time of the site's zone. */
  snapshot: Snapshot
  /** BCP 47, for dates in words. */
  lang: string
  plain: ElementContent[]
}
