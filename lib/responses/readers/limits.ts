import { sql } from 'kysely'
import type { Database, Writer } from '../store/schema'

/** A number of attempts per period. */
export interface Limit {
  count: number
  /** Seconds. */
  window: number
}

/**
 * Counts one attempt, for all instances together.
 * @param key what is limited and for whom: a hash, never an IP address
 * @returns whether this attempt is within the limit
 */
export async function isWithinLimit(
  db: Database | Writer,
  key: string,
  limit: Limit,
  now: number,
): Promise<boolean> {
  const [isWithin = false] = await areWithinLimit(db, [key], limit, now)
  return isWithin
}

/**
 * Counts many attempts in one statement.
 * @param keys one per attempt; several attempts may have the same
 * @returns for each attempt, in the same order, whether it is within the limit
 */
export async function areWithinLimit(
  db: Database | Writer,
  keys: readonly string[],
  { count, window }: Limit,
  now: number,
): Promise<boolean[]> {
  const span = window * 1000
  const start = Math.floor(now / span)
  const suffix = ` ${window} ${start}`
  const tries = new Map<string, number>()
  for (const key of keys) tries.set(key, (tries.get(key) ?? 0) + 1)
  // Always in the same order, so that two instances that count the same keys cannot deadlock.
  const rows = [...tries].sort(([a], [b]) => (a < b ? -1 : 1))
  const counted = await db
    .insertInto('attempts')
    .values(rows.map(([key, count]) => ({ key: key + suffix, expires: (start + 1) * span, count })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((update) => ({
        count: sql<number>`attempts.count + ${update.ref('excluded.count')}`,
      })),
    )
    .returning(['key', 'count'])
    .execute()
  const before = new Map(
    counted.map(({ key, count }) => {
      const own = key.slice(0, -suffix.length)
      return [own, count - (tries.get(own) ?? 0)]
    }),
  )
  return keys.map((key) => {
    const number = (before.get(key) ?? 0) + 1
    before.set(key, number)
    return number <= count
  })
}
