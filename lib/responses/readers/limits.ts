import { sql } from 'kysely'
import type { Database, Writer } from '../store/schema'

/** So many tries in so much time. */
export interface Limit {
  count: number
  /** Seconds. */
  window: number
}

/**
 * Counts one more try, for all instances together.
 * @param key what is limited and for whom: a hash, never an address
 * @returns whether this try is still within the limit
 */
export async function isWithinLimit(
  db: Database | Writer,
  key: string,
  { count, window }: Limit,
  now: number,
): Promise<boolean> {
  const span = window * 1000
  const start = Math.floor(now / span)
  const row = await db
    .insertInto('attempts')
    .values({ key: `${key} ${window} ${start}`, expires: (start + 1) * span, count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ count: sql<number>`attempts.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count <= count
}
