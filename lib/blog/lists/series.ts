import type { PostSummary, Term } from '../../model/post'
import { seriesUrl } from '../../urls/list-urls'
import { toTerm } from './term'

/**
 * Groups posts by series.
 * @param posts newest first
 * @param prefix of the URLs of lists
 * @returns by the slug of the series, in the order of the newest post; the posts of each oldest first, as they are read
 */
export function groupBySeries(posts: readonly PostSummary[], prefix = ''): Map<string, SeriesPosts> {
  const groups = new Map<string, SeriesPosts>()
  for (const post of posts) {
    const named = toTerm(post.series ?? '', (slug) => seriesUrl(slug, prefix))
    if (!named) continue
    const group = groups.get(named.slug)
    if (group) group.posts.push(post)
    else groups.set(named.slug, { series: named, posts: [post] })
  }
  for (const { posts } of groups.values()) posts.reverse()
  return groups
}

/** Which part of its series each post is, by the slug of the post. */
export function partsOf(groups: ReadonlyMap<string, SeriesPosts>): Map<string, Part> {
  return new Map(
    [...groups.values()].flatMap(({ series, posts }) =>
      posts.map((post, index) => [post.slug, { series, posts, number: index + 1 }]),
    ),
  )
}

export interface Part {
  series: Term
  /** Counted from 1. */
  number: number
  /** All parts, oldest first. */
  posts: readonly PostSummary[]
}

export interface SeriesPosts {
  series: Term
  posts: PostSummary[]
}
