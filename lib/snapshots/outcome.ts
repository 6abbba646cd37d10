import type { SnapshotContent } from './snapshot'

/**
 * What asking another site for something came to. Never an exception, for three of the four are everyday:
 * it is there, it is gone for good, or nobody can say today.
 */
export type Outcome =
  | { outcome: 'data'; content: SnapshotContent; media: ReadonlyMap<string, Uint8Array> }
  /** The site says that there is no such thing (any more). Kept, so that it is not asked for again. */
  | { outcome: 'gone'; reason: string }
  /** No answer, or none that makes sense. Never kept: the next run asks again. */
  | { outcome: 'unavailable'; reason: string }

/** Thrown inside a fetcher to end it with that outcome; `fetchSnapshot` alone catches it. */
export class Gone extends Error {
  override name = 'Gone'
}

/** Thrown inside a fetcher where the site gave no usable answer; `fetchSnapshot` alone catches it. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
