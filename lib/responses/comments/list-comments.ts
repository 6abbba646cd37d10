import type { CommentRow } from '../store/schema'
import type { Store } from '../store/store'

/**
 * A page of a post's comments, oldest first, each with its replies.
 * @param page from 1
 */
export async function listThreads({ db }: Pick<Store, 'db'>, slug: string, page = 1): Promise<Threads> {
  const top = db.selectFrom('comments').where('slug', '=', slug).where('parent', '=', '')
  const shown = top.where('state', 'in', ['approved', 'deleted'])
  const [{ threads }, { total }, first] = await Promise.all([
    shown.select((of) => of.fn.countAll<number>().as('threads')).executeTakeFirstOrThrow(),
    db
      .selectFrom('comments')
      .where('slug', '=', slug)
      .where('state', '=', 'approved')
      .select((of) => of.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    shown
      .orderBy('created')
      .orderBy('id')
      .offset((page - 1) * PAGE_SIZE)
      .limit(PAGE_SIZE)
      .selectAll()
      .execute(),
  ])
  const answers =
    first.length === 0
      ? []
      : await db
          .selectFrom('comments')
          .where(
            'parent',
            'in',
            first.map(({ id }) => id),
          )
          .where('state', '=', 'approved')
          .orderBy('created')
          .orderBy('id')
          .limit(MAX_ANSWERS)
          .selectAll()
          .execute()
  return {
    total: Number(total),
    pages: Math.ceil(Number(threads) / PAGE_SIZE),
    threads: first.map((comment) => ({
      comment,
      answers: answers.filter(({ parent }) => parent === comment.id),
    })),
  }
}

/** The newest approved comments, of one post or of all. */
export async function latestComments({ db }: Pick<Store, 'db'>, slug?: string): Promise<CommentRow[]> {
  const approved = db.selectFrom('comments').where('state', '=', 'approved')
  return (slug === undefined ? approved : approved.where('slug', '=', slug))
    .orderBy('created', 'desc')
    .limit(50)
    .selectAll()
    .execute()
}

/** Threads per page: as many as a reader scrolls through, and a limit for one result of the database. */
export const PAGE_SIZE = 50

const MAX_ANSWERS = 1000

export interface Threads {
  /** Approved comments, including replies. */
  total: number
  pages: number
  threads: Thread[]
}

export interface Thread {
  comment: CommentRow
  answers: CommentRow[]
}
