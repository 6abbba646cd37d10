import { instantOf } from '../dates'
import type { StagedPost } from '../model/document'

/**
 * Whether readers of this build see drafts and scheduled posts: in `dev`, in a preview on Vercel and where
 * `SHOW_DRAFTS=1` says so; nowhere else.
 */
export function showsDrafts(env: Record<string, string | undefined> = process.env): boolean {
  return env.NODE_ENV === 'development' || env.VERCEL_ENV === 'preview' || env.SHOW_DRAFTS === '1'
}

/**
 * The one rule of what is published: no draft, and dated not after this moment.
 * @param timeZone IANA name of the site's zone: decides for dates without an offset
 */
export function isPublished(
  post: Pick<StagedPost, 'draft' | 'date'>,
  timeZone: string,
  env: Record<string, string | undefined> = process.env,
): boolean {
  return showsDrafts(env) || (!post.draft && !isScheduled(post, timeZone))
}

/** Whether the written date is still to come. A post without a date is not scheduled. */
export function isScheduled(post: Pick<StagedPost, 'date'>, timeZone: string, now = Date.now()): boolean {
  return post.date !== undefined && instantOf(post.date, timeZone) > now
}
