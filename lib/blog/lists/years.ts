import type { PostSummary } from '../../model/post'
import { yearUrl } from '../../urls/list-urls'

/**
 * Groups posts by the year as written: dates are not converted to another time zone.
 * @param posts newest first
 * @param prefix of the URLs of lists
 * @returns by year, newest first; posts without a date are left out
 */
export function groupByYear(posts: readonly PostSummary[], prefix = ''): Map<string, YearPosts> {
  const years = new Map<string, YearPosts>()
  for (const post of posts) {
    const year = post.date?.slice(0, 4)
    if (!year) continue
    const group = years.get(year)
    if (group) group.posts.push(post)
    else years.set(year, { year, url: yearUrl(year, prefix), posts: [post] })
  }
  return new Map([...years].sort(([a], [b]) => (a < b ? 1 : -1)))
}

export interface YearPosts {
  /** Four digits. */
  year: string
  url: string
  posts: PostSummary[]
}
