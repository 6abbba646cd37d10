import { instantOf } from './dates'
import { showsDrafts } from './environment.js'
import type { StagedPost } from './model/document'

/**
 * The only rule for what is published: no drafts, and nothing dated after the moment of the build.
 * @param post `date` as `parseDate` returns it
 */
export function isPublished(post: Pick<StagedPost, 'draft' | 'date'>, moment: Moment): boolean {
  return showsDrafts(moment.environment) || (!post.draft && !isScheduled(post, moment))
}

/** Whether the date is in the future. A post without a date is not scheduled. */
export function isScheduled({ date }: { date?: string }, { now, timeZone }: Moment): boolean {
  return date !== undefined && instantOf(date, timeZone) > now
}

/** The conditions under which something is published. */
export interface Moment {
  /** Milliseconds since 1970. The same for the whole build, however long it takes and however many processes it uses. */
  now: number
  /** IANA name of the site's time zone: applies to dates without an offset. */
  timeZone: string
  /** As in `process.env`. */
  environment: Record<string, string | undefined>
}
