import type { ElementContent } from 'hast'
import type { Snapshot } from './snapshot'

/** A snapshot for the pages of one build, in `.quire/snapshots`. */
export interface PublishedSnapshot {
  /** Every `src` is a URL of this site, every `date` a wall time in the site's time zone. */
  snapshot: Snapshot
  /** BCP 47, for dates in words. */
  lang: string
  plain: ElementContent[]
}
