import type { Insertable } from 'kysely'
import { z } from 'zod'
import { renderComment } from '../comments/render-comment'
import type { CommentRow, Schema, Writer } from '../store/schema'
import type { Store } from '../store/store'

/**
 * All responses of readers as one JSON file: for backup, review, or another database. Keys,
 * salts, sessions and passkeys belong to this database and stay in it. Today's likes are counted as sums.
 */
export async function exportAll({ db }: Pick<Store, 'db'>, now: number): Promise<Archive> {
  const sums = await db.selectFrom('counts').selectAll().execute()
  const today = await db
    .selectFrom('reactions')
    .groupBy(['slug', 'kind', 'day'])
    .select(['slug', 'kind', 'day', (of) => of.fn.countAll<number>().as('count')])
    .execute()
  return {
    format: 'quire-responses',
    version: 1,
    exported: new Date(now).toISOString(),
    counts: [...sums, ...today].map((row) => ({ ...row, count: Number(row.count) })),
    comments: await db.selectFrom('comments').selectAll().orderBy('created').execute(),
    mentions: await db.selectFrom('mentions').selectAll().orderBy('created').execute(),
    subscribers: await db.selectFrom('subscribers').selectAll().orderBy('created').execute(),
    deliveries: await db.selectFrom('deliveries').selectAll().execute(),
  }
}

/**
 * Adds the responses of an exported file. Existing ones do not change, so importing twice has no effect. HTML is
 * rendered again from the text, because the file may come from anywhere.
 * @returns how many rows were new
 * @throws {z.ZodError} if it is not such a file
 */
export async function importAll(store: Pick<Store, 'write'>, data: unknown): Promise<number> {
  const archive = schema.parse(data)
  const rows = {
    counts: archive.counts,
    // Before the transaction, because all others wait for it.
    comments: await renderComments(archive.comments),
    mentions: archive.mentions,
    subscribers: archive.subscribers,
    deliveries: archive.deliveries,
  }
  return store.write(
    async (db) =>
      (await insertNew(db, 'counts', rows.counts)) +
      (await insertNew(db, 'comments', rows.comments)) +
      (await insertNew(db, 'mentions', rows.mentions)) +
      (await insertNew(db, 'subscribers', rows.subscribers)) +
      (await insertNew(db, 'deliveries', rows.deliveries)),
  )
}

async function renderComments(comments: Archive['comments']): Promise<CommentRow[]> {
  const rows: CommentRow[] = []
  for (const [at, row] of comments.entries()) {
    rows.push({ ...row, html: row.state === 'deleted' ? '' : renderComment(row.text).html })
    // Requests of readers are handled in between.
    if (at % 20 === 19) await new Promise((resolve) => setImmediate(resolve))
  }
  return rows
}

/** @returns how many rows were new */
async function insertNew<Table extends keyof Schema>(
  db: Writer,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<number> {
  let added = 0
  for (let start = 0; start < rows.length; start += BATCH) {
    const result = await db
      .insertInto(table)
      .values(rows.slice(start, start + BATCH))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

/** Rows per statement: in the widest table 3,000 values, while SQLite accepts 32,766. */
const BATCH = 200

/**
 * Erases one person: every comment by a name or site, every mention from a site, every subscription of an e-mail
 * address.
 * @param who a name, an e-mail address or the URL of a site, as the person gave it
 * @returns how many rows were deleted
 */
export async function erasePerson(store: Pick<Store, 'write'>, who: string): Promise<number> {
  const wanted = who.trim()
  if (wanted === '') return 0
  return store.write(async (db) => {
    const comments = await db
      .selectFrom('comments')
      .where((row) => row.or([row('name', '=', wanted), row('site', 'in', [wanted, `${wanted}/`])]))
      .select('id')
      .execute()
    for (const { id } of comments) {
      await db
        .updateTable('comments')
        .set({ name: '', site: '', text: '', html: '', state: 'deleted', digest: `deleted ${id}` })
        .where('id', '=', id)
        .execute()
    }
    const subscribers = await db
      .selectFrom('subscribers')
      .where('email', '=', wanted.toLowerCase())
      .select('id')
      .execute()
    for (const { id } of subscribers) await db.deleteFrom('deliveries').where('subscriber', '=', id).execute()
    await db.deleteFrom('subscribers').where('email', '=', wanted.toLowerCase()).execute()
    const mentions = await db
      .deleteFrom('mentions')
      .where((row) =>
        row.or([
          row('author', '=', wanted),
          row('author_url', 'in', [wanted, `${wanted}/`]),
          row('source', '=', wanted),
        ]),
      )
      .returning('id')
      .execute()
    return comments.length + subscribers.length + mentions.length
  })
}

const text = z.string().max(20_000)
const moment = z.number().int()
const kind = z.enum(['like', 'view'])

const schema = z.object({
  format: z.literal('quire-responses'),
  version: z.literal(1),
  counts: z.array(z.object({ slug: text, kind, day: z.iso.date(), count: z.int().min(0) })),
  comments: z.array(
    z.object({
      id: text,
      slug: text,
      parent: text,
      name: text,
      site: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
      text,
      state: z.enum(['waiting', 'approved', 'spam', 'deleted']),
      created: moment,
      edited: moment,
      digest: text,
    }),
  ),
  mentions: z.array(
    z.object({
      id: text,
      source: z.url({ protocol: /^https?$/ }),
      target: z.url({ protocol: /^https?$/ }),
      slug: text,
      kind: z.enum(['mention', 'reply', 'like', 'repost']),
      state: z.enum(['unverified', 'waiting', 'approved', 'refused']),
      author: text,
      author_url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
      text,
      url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
      published: text,
      created: moment,
      due: moment,
      attempts: z.int(),
      detail: text,
    }),
  ),
  subscribers: z.array(
    z.object({
      id: text,
      email: text,
      state: z.enum(['unconfirmed', 'confirmed']),
      created: moment,
      confirmed: moment,
    }),
  ),
  deliveries: z.array(
    z.object({
      slug: text,
      subscriber: text,
      state: z.enum(['sending', 'sent', 'failed']),
      at: moment,
      detail: text,
    }),
  ),
})

export type Archive = z.infer<typeof schema> & { exported: string }
