import type { PostSummary } from '../../model/post'
import type { Strings } from '../../strings'
import { findPage, type ListPage, PAGE_SIZE, paginate } from './pagination'
import type { TermPosts } from './terms'

/** The kinds of terms that have lists, by the first segment of their URLs. */
export type TermKind = 'tags' | 'categories' | 'authors'

/** The kinds of terms that have feeds, by the first segment of their URLs. */
export type FeedKind = TermKind | 'series'

/**
 * One page of the posts filed under a term.
 * @param number of the page as in the URL; absent for the newest
 * @returns undefined if there is no such page
 */
export function toTermList(
  kind: TermKind,
  { term, posts }: TermPosts,
  strings: Strings,
  number?: string,
): TermList | undefined {
  const pages = paginate(posts, PAGE_SIZE, term.url)
  const page = number === undefined ? pages[0] : findPage(pages, number)
  if (!page) return undefined
  return {
    name: term.name,
    title: titleOf(kind, term.name, strings),
    url: term.url,
    count: posts.length,
    page,
    numbers: pages.slice(1).map((each) => each.number),
  }
}

/** The title of a list for a browser tab or a feed reader, where its kind is not obvious. */
export function titleOf(kind: TermKind, name: string, strings: Strings): string {
  if (kind === 'tags') return strings.taggedPosts(name)
  return kind === 'categories' ? strings.postsInCategory(name) : strings.postsBy(name)
}

export interface TermList {
  name: string
  title: string
  /** Root-relative, of the newest page. */
  url: string
  /** Number of posts on all pages. */
  count: number
  page: ListPage<PostSummary>
  /** Of the pages that have one. */
  numbers: number[]
}
