import { sql } from 'kysely'
import type { ReactionKind } from '../store/schema'
import type { Store } from '../store/store'
import { dayOf } from './reader'

/**
 * Counts a like or a view, once per reader, post and day. Each reader writes a row of their own, so many who like one
 * post at once do not wait for one another.
 * @param reader hash of `ReaderHashes`
 */
export async function addReaction(
  { db }: Pick<Store, 'db'>,
  reaction: { slug: string; kind: ReactionKind; reader: string; now: number },
): Promise<void> {
  const { slug, kind, reader, now } = reaction
  await db
    .insertInto('reactions')
    .values({ slug, kind, reader, day: dayOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes back what the same reader liked today. Older likes cannot be told apart any more. */
export async function removeReaction(
  { db }: Pick<Store, 'db'>,
  { slug, kind, reader, now }: { slug: string; kind: ReactionKind; reader: string; now: number },
): Promise<void> {
  await db
    .deleteFrom('reactions')
    .where('slug', '=', slug)
    .where('kind', '=', kind)
    .where('day', '=', dayOf(now))
    .where('reader', '=', reader)
    .execute()
}

/** Likes and views of one post, or of every post that has any. */
export async function countReactions({ db }: Pick<Store, 'db'>, slug?: string): Promise<Map<string, Counts>> {
  const only = slug === undefined ? sql`` : sql`where slug = ${slug}`
  const { rows } = await sql<{ slug: string; kind: ReactionKind; count: number }>`
    select slug, kind, sum(count) as count from (
      select slug, kind, sum(count) as count from counts ${only} group by slug, kind
      union all
      select slug, kind, count(*) as count from reactions ${only} group by slug, kind
    ) as both_tables group by slug, kind`.execute(db)
  const counts = new Map<string, Counts>()
  for (const row of rows) {
    const found = counts.get(row.slug) ?? { like: 0, view: 0 }
    found[row.kind] = Number(row.count)
    counts.set(row.slug, found)
  }
  return counts
}

/**
 * Ends the days that are over: their reactions become sums, and with their salts every trace of who reacted goes. Of
 * two instances that do this at once the second one finds nothing left, since each row is deleted by one of them.
 * @returns how many reactions were summed up
 */
export async function closeDays(store: Pick<Store, 'kind' | 'write'>, now: number): Promise<number> {
  const today = dayOf(now)
  return store.write(async (db) => {
    if (store.kind === 'postgres') await sql`select pg_advisory_xact_lock(${CLOSING})`.execute(db)
    const sums = await db
      .selectFrom('reactions')
      .where('day', '<', today)
      .groupBy(['slug', 'kind', 'day'])
      .select(['slug', 'kind', 'day', (of) => of.fn.countAll<number>().as('count')])
      .execute()
    for (const sum of sums) {
      await db
        .insertInto('counts')
        .values({ ...sum, count: Number(sum.count) })
        .onConflict((conflict) =>
          conflict.columns(['slug', 'kind', 'day']).doUpdateSet((update) => ({
            count: sql<number>`counts.count + ${update.ref('excluded.count')}`,
          })),
        )
        .execute()
    }
    await db.deleteFrom('reactions').where('day', '<', today).execute()
    await db.deleteFrom('salts').where('day', '<', today).execute()
    await db.deleteFrom('attempts').where('expires', '<', now).execute()
    await db.deleteFrom('used').where('expires', '<', now).execute()
    await db.deleteFrom('sessions').where('expires', '<', now).execute()
    return sums.reduce((total, { count }) => total + Number(count), 0)
  })
}

/** Any number that no other lock of ours has. */
const CLOSING = 0x71_75_69_73

export interface Counts {
  like: number
  view: number
}
