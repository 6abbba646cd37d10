import type { SnapshotContent } from './snapshot'

/**
 * The outcome of a request to another site. Not an exception, because three of the four are common:
 * it exists, it is gone for good, or it cannot be determined now.
 */
export type Outcome =
  | { outcome: 'data'; content: SnapshotContent; media: ReadonlyMap<string, Uint8Array> }
  /** The site says that it does not exist (any more). Stored, so that it is not requested again. */
  | { outcome: 'gone'; reason: string }
  /** No answer, or an invalid one. Never stored: the next run tries again. */
  | { outcome: 'unavailable'; reason: string }

/** Thrown inside a fetcher to end it with that outcome; only `fetchSnapshot` catches it. */
export class Gone extends Error {
  override name = 'Gone'
}

/** Thrown inside a fetcher if the site gave no usable answer; only `fetchSnapshot` catches it. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
