import { createHash } from 'node:crypto'
import { randomId } from '../signing'
import type { CommentRow, CommentState } from '../store/schema'
import type { Store } from '../store/store'
import type { CommentForm } from './check-comment'

/**
 * Stores a comment, once: the same words by the same name on the same post are the same comment, however often they
 * are sent.
 * @param comment as `checkComment` returns it
 * @param state `approved` where the author does not want to see it first
 */
export async function addComment(
  store: Pick<Store, 'write'>,
  slug: string,
  comment: CommentForm & { html: string },
  { state, now }: { state: CommentState; now: number },
): Promise<Added> {
  return store.write(async (db) => {
    let parent = ''
    if (comment.parent !== '') {
      const answered = await db
        .selectFrom('comments')
        .where('id', '=', comment.parent)
        .where('slug', '=', slug)
        .where('state', '=', 'approved')
        .select(['id', 'parent'])
        .executeTakeFirst()
      if (!answered) return { outcome: 'no-parent' }
      // Two levels: an answer to an answer stands below the same comment.
      parent = answered.parent || answered.id
    }
    const row: CommentRow = {
      id: randomId(),
      slug,
      parent,
      name: comment.name,
      site: comment.site,
      text: comment.text,
      html: comment.html,
      state,
      created: now,
      edited: 0,
      digest: digestOf(slug, parent, comment),
    }
    const added = await db
      .insertInto('comments')
      .values(row)
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added ? { outcome: 'added', id: row.id } : { outcome: 'duplicate' }
  })
}

/** Changes what a comment says. @returns whether there was such a comment, young enough */
export async function editComment(
  { db }: Pick<Store, 'db'>,
  id: string,
  comment: CommentForm & { html: string },
  { state, now }: { state: CommentState; now: number },
): Promise<boolean> {
  const before = await findComment({ db }, id)
  if (!before || !isEditable(before, now)) return false
  await db
    .updateTable('comments')
    .set({
      name: comment.name,
      site: comment.site,
      text: comment.text,
      html: comment.html,
      state,
      edited: now,
      // The name makes it unique already: an edit never meets another comment's digest.
      digest: `${digestOf(before.slug, before.parent, comment)} ${id}`,
    })
    .where('id', '=', id)
    .execute()
  return true
}

/**
 * Erases a comment. Where others answered it, its place stays, empty, so that their answers have one.
 */
export async function eraseComment(store: Pick<Store, 'write'>, id: string): Promise<void> {
  await store.write(async (db) => {
    const answered = await db.selectFrom('comments').where('parent', '=', id).select('id').limit(1).execute()
    if (answered.length === 0) {
      await db.deleteFrom('comments').where('id', '=', id).execute()
      return
    }
    await db
      .updateTable('comments')
      .set({ name: '', site: '', text: '', html: '', state: 'deleted', digest: `deleted ${id}` })
      .where('id', '=', id)
      .execute()
  })
}

export async function setCommentState(
  { db }: Pick<Store, 'db'>,
  id: string,
  state: 'approved' | 'spam' | 'waiting',
): Promise<void> {
  await db
    .updateTable('comments')
    .set({ state })
    .where('id', '=', id)
    .where('state', '!=', 'deleted')
    .execute()
}

export async function findComment({ db }: Pick<Store, 'db'>, id: string): Promise<CommentRow | undefined> {
  return db.selectFrom('comments').where('id', '=', id).selectAll().executeTakeFirst()
}

/** Fifteen minutes to take back a hasty word; later, others have answered what stood there. */
export function isEditable({ created, state }: Pick<CommentRow, 'created' | 'state'>, now: number): boolean {
  return state !== 'deleted' && now - created <= EDIT_MS
}

export const EDIT_MS = 15 * 60 * 1000

function digestOf(slug: string, parent: string, { name, text }: CommentForm): string {
  const said = [slug, parent, name, text].map((part) =>
    part.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase(),
  )
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}

export type Added = { outcome: 'added'; id: string } | { outcome: 'duplicate' } | { outcome: 'no-parent' }
