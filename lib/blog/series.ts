import type { PostSummary, Series } from '../model/post'
import { seriesUrl } from '../urls/list-urls'
import { listPosts } from './posts'
import { toTag } from './tag'

/** Every series of the published posts with its posts, in the order of the newest. */
export function listSeries(): SeriesPosts[] {
  return [...seriesBySlug().values()]
}

/** A series and its published posts, the oldest first, as they are read; undefined where no post belongs to it. */
export function getSeries(slug: string): SeriesPosts | undefined {
  return seriesBySlug().get(slug)
}

/** Which part of its series a post is, counted from 1; undefined where it belongs to none. */
export function partOf(post: PostSummary): Part | undefined {
  const found = post.series && getSeries(toTag(post.series)?.slug ?? '')
  if (!found) return undefined
  const number = found.posts.findIndex(({ slug }) => slug === post.slug) + 1
  return { series: found.series, number, count: found.posts.length }
}

function seriesBySlug(): Map<string, SeriesPosts> {
  const lists = new Map<string, SeriesPosts>()
  for (const post of listPosts()) {
    const named = toTag(post.series ?? '')
    if (!named) continue
    const { name, slug } = named
    const list = lists.get(slug)
    if (list) list.posts.unshift(post)
    else lists.set(slug, { series: { name, slug, url: seriesUrl(slug) }, posts: [post] })
  }
  return lists
}

export interface Part {
  series: Series
  number: number
  count: number
}

interface SeriesPosts {
  series: Series
  posts: PostSummary[]
}
