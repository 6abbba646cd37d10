import type { CommentRow, CommentState } from '../store/schema'
import type { Store } from '../store/store'
import type { CommentForm } from './check-comment'
import { digestOf } from './digest'

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
