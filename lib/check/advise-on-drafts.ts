import { instantOf, writtenDay } from '../dates'
import type { StagedPost } from '../model/document'
import type { Problem } from '../model/problem'
import type { ReadPost } from '../staging/opened-post'

/** A month: `npm run new` dates a draft on the day it is started, and few posts take longer. */
const PATIENCE_DAYS = 30

/** Reports drafts whose date has long passed: they were meant to be published. */
export function adviseOnDrafts(
  posts: readonly { read: ReadPost; staged: StagedPost }[],
  timeZone: string,
  now: Date,
): Problem[] {
  return posts.flatMap(({ read, staged: { draft, date } }): Problem[] => {
    if (!draft || date === undefined) return []
    const days = Math.floor((now.getTime() - instantOf(date, timeZone)) / 86_400_000)
    if (days <= PATIENCE_DAYS) return []
    const place = read.origin.draft ?? read.origin.date
    return [
      {
        severity: 'warning',
        rule: 'writing/overdue-draft',
        file: read.file.file,
        line: place?.line ?? 1,
        column: place?.column ?? 1,
        message: `This draft is dated ${writtenDay(date)}, ${days} days ago.`,
        hint: 'Publish it, or change its date.',
      },
    ]
  })
}
