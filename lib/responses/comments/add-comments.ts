import { areWithinLimit, type Limit } from '../readers/limits'
import { randomId } from '../signing'
import type { CommentRow, CommentState, Writer } from '../store/schema'
import { readBlockList } from './block-list'
import { type CommentForm, isBlocked } from './check-comment'
import { digestOf } from './digest'
import type { SolvedChallenge } from './proof-of-work'

/** A comment that `checkComment` accepted. */
export interface NewComment {
  slug: string
  comment: CommentForm & { html: string }
  /** `approved` if no approval is needed. */
  state: CommentState
  now: number
  /** The sender, for the rate limit: a daily hash. */
  writer: string
  /** The challenge that was solved for it, if one is required. */
  solved?: SolvedChallenge
}

/**
 * Stores comments, each once: the same text by the same name on the same post is the same comment, however often it is
 * sent. The number of statements does not depend on the number of comments.
 * @param db the transaction of a group
 * @returns the outcome for each, in the same order
 */
export async function addComments(db: Writer, sent: readonly NewComment[]): Promise<Added[]> {
  const blocked = await readBlockList({ db })
  const outcomes = sent.map(({ comment }): Added | undefined =>
    isBlocked(comment, blocked) ? { outcome: 'blocked' } : undefined,
  )
  const left = () => sent.flatMap((each, at) => (outcomes[at] ? [] : [{ ...each, at }]))

  const within = await areAllowed(db, left())
  for (const [index, { at }] of left().entries()) if (!within[index]) outcomes[at] = { outcome: 'too-many' }

  const spent = await spend(db, left())
  for (const { at, solved } of left()) {
    // A second comment of the same group is rejected.
    if (solved && !spent.delete(solved.token)) outcomes[at] = { outcome: 'no-work' }
  }

  const parents = await findParents(db, left())
  const rows = new Map<string, { row: CommentRow; at: number }>()
  for (const { at, slug, comment, state, now } of left()) {
    const parent = comment.parent === '' ? '' : parents.get(`${slug} ${comment.parent}`)
    if (parent === undefined) outcomes[at] = { outcome: 'no-parent' }
    else {
      const { name, site, text, html } = comment
      const digest = digestOf(slug, parent, comment)
      // The second one of a group is a duplicate as well.
      outcomes[at] = { outcome: 'duplicate' }
      const row = {
        id: randomId(),
        slug,
        parent,
        name,
        site,
        text,
        html,
        state,
        created: now,
        edited: 0,
        digest,
      }
      if (!rows.has(digest)) rows.set(digest, { row, at })
    }
  }
  for (const { id, at } of await insert(db, [...rows.values()])) outcomes[at] = { outcome: 'added', id }
  return outcomes.map((outcome) => outcome ?? { outcome: 'duplicate' })
}

/** More than anybody writes in ten minutes, and few enough to delete by hand. */
export const PER_WRITER: Limit = { count: 10, window: 600 }

async function areAllowed(db: Writer, sent: readonly NewComment[]): Promise<boolean[]> {
  const [first] = sent
  if (!first) return []
  return areWithinLimit(
    db,
    sent.map(({ writer }) => writer),
    PER_WRITER,
    first.now,
  )
}

/** Records solved challenges. @returns those that were not used before */
async function spend(db: Writer, sent: readonly NewComment[]): Promise<Set<string>> {
  const tokens = new Map(sent.flatMap(({ solved }) => (solved ? [[solved.token, solved]] : [])))
  if (tokens.size === 0) return new Set()
  const rows = [...tokens.values()].sort((a, b) => (a.token < b.token ? -1 : 1))
  const used = await db
    .insertInto('used')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('token')
    .execute()
  return new Set(used.map(({ token }) => token))
}

/** @returns by post and comment, the comment of the first level that an answer to it belongs to: there are two levels */
async function findParents(db: Writer, sent: readonly NewComment[]): Promise<Map<string, string>> {
  const ids = sent.flatMap(({ comment }) => (comment.parent === '' ? [] : [comment.parent]))
  if (ids.length === 0) return new Map()
  const answered = await db
    .selectFrom('comments')
    .where('id', 'in', ids)
    .where('state', '=', 'approved')
    .select(['id', 'slug', 'parent'])
    .execute()
  return new Map(answered.map(({ id, slug, parent }) => [`${slug} ${id}`, parent || id]))
}

/** @returns those that were not there before */
async function insert(
  db: Writer,
  rows: { row: CommentRow; at: number }[],
): Promise<{ id: string; at: number }[]> {
  if (rows.length === 0) return []
  // Always in the same order, so that two instances that store the same comments cannot deadlock.
  const sorted = rows.map(({ row }) => row).sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const added = await db
    .insertInto('comments')
    .values(sorted)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('id')
    .execute()
  const places = new Map(rows.map(({ row, at }) => [row.id, at]))
  return added.flatMap(({ id }) => {
    const at = places.get(id)
    return at === undefined ? [] : [{ id, at }]
  })
}

export type Added =
  | { outcome: 'added'; id: string }
  | { outcome: 'duplicate' }
  | { outcome: 'no-parent' }
  | { outcome: 'too-many' }
  | { outcome: 'no-work' }
  | { outcome: 'blocked' }
