import type { CommentRow, CommentState } from '../store/schema'
import type { Store } from '../store/store'
import type { CommentForm } from './check-comment'
import { digestOf } from './digest'

/** Edits a comment. @returns whether it exists and may still be edited */
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
      // The id makes it unique: an edit never collides with another comment's digest.
      digest: `${digestOf(before.slug, before.parent, comment)} ${id}`,
    })
    .where('id', '=', id)
    .execute()
  return true
}

/**
 * Erases a comment. If it has replies, an empty entry stays in its place.
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

/** Fifteen minutes for corrections; later, others may already have replied. */
export function isEditable({ created, state }: Pick<CommentRow, 'created' | 'state'>, now: number): boolean {
  return state !== 'deleted' && now - created <= EDIT_MS
}

export const EDIT_MS = 15 * 60 * 1000
