import { sql } from 'kysely'
import type { ReactionKind, Writer } from '../store/schema'
import type { Store } from '../store/store'
import { areWithinLimit, type Limit } from './limits'
import { dayOf } from './reader'

/** A like, a view, or a withdrawn like. */
export interface Reaction {
  slug: string
  kind: ReactionKind
  /** Hash of `ReaderHashes`, for this post. */
  reader: string
  /** Hash of the reader's network, for the limit. */
  network: string
  now: number
  /** Undoes a like of the same reader from today. Older likes can no longer be attributed. */
  undo?: boolean
}

/**
 * Counts likes and views, each once per reader, post and day. Each reader has a separate row, so that many likes of one
 * post at once do not wait for each other.
 * @param db the transaction of a group
 * @returns for each, in the same order, whether its network has not sent too many
 */
export async function addReactions(db: Writer, reactions: readonly Reaction[]): Promise<boolean[]> {
  const [first] = reactions
  if (!first) return []
  const networks = reactions.map(({ network }) => network)
  const allowed = await areWithinLimit(db, networks, PER_NETWORK, first.now)
  const last = new Map<string, Reaction>()
  for (const [at, reaction] of reactions.entries()) {
    const { slug, kind, reader } = reaction
    if (allowed[at]) last.set(JSON.stringify([slug, kind, reader]), reaction)
  }
  const rows = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reaction]) => reaction)
  const added = rows.filter(({ undo }) => !undo)
  if (added.length > 0)
    await db
      .insertInto('reactions')
      .values(added.map(({ slug, kind, reader, now }) => ({ slug, kind, reader, day: dayOf(now) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const reaction of rows) if (reaction.undo) await removeReaction(db, reaction)
  return allowed
}

async function removeReaction(db: Writer, { slug, kind, reader, now }: Reaction): Promise<void> {
  await db
    .deleteFrom('reactions')
    .where('slug', '=', slug)
    .where('kind', '=', kind)
    .where('day', '=', dayOf(now))
    .where('reader', '=', reader)
    .execute()
}

/** A school behind one IP address reads a lot; a program that imitates browsers sends more. */
const PER_NETWORK: Limit = { count: 600, window: 3600 }

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
 * Closes past days: their reactions become sums, and with their salts every trace of who reacted is deleted. Of
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

/** Any number that no other lock uses. */
const CLOSING = 0x71_75_69_73

export interface Counts {
  like: number
  view: number
}
