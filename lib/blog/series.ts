import type { PostSummary, Series } from '../model/post'
import { seriesUrl } from '../urls/list-urls'
import { toTag } from './tag'

/**
 * Groups posts by series.
 * @param posts newest first
 * @returns by the slug of the series, in the order of the newest post; the posts of each oldest first, as they are read
 */
export function groupBySeries(posts: readonly PostSummary[]): Map<string, SeriesPosts> {
  const groups = new Map<string, SeriesPosts>()
  for (const post of posts) {
    const named = toTag(post.series ?? '')
    if (!named) continue
    const { name, slug } = named
    const group = groups.get(slug)
    if (group) group.posts.push(post)
    else groups.set(slug, { series: { name, slug, url: seriesUrl(slug) }, posts: [post] })
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
  series: Series
  /** Counted from 1. */
  number: number
  /** All parts, oldest first. */
  posts: readonly PostSummary[]
}

export interface SeriesPosts {
  series: Series
  posts: PostSummary[]
}
