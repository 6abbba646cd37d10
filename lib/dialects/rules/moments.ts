import { DateTime } from 'luxon'
import type { Moment, PermalinkPost } from '../dialect'

/** The day and time as the author wrote them. */
export function writtenMoment({ fields }: PermalinkPost): Moment {
  return fields.date === undefined ? undefined : DateTime.fromISO(fields.date, { setZone: true, zone: 'utc' })
}

/**
 * The possible days of a Jekyll post, most likely first: Jekyll uses the time zone of its configuration, else that of
 * the machine, which was UTC on GitHub Pages.
 */
export function jekyllMoments(post: PermalinkPost, timeZone: string | undefined): Moment[] {
  const written = writtenMoment(post)
  if (!written || !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(post.fields.date ?? '')) return [written]
  return [written.setZone(timeZone ?? 'utc'), written]
}
