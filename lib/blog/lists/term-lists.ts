import type { PostSummary } from '../../model/post'
import type { Strings } from '../../strings'
import { findPage, type ListPage, PAGE_SIZE, paginate } from './pagination'
import type { TermPosts } from './terms'

/** What has lists of posts, by the first segment of their URLs. */
export type TermKind = 'tags' | 'categories' | 'authors'

/** What has feeds of its own, by the first segment of their URLs. */
export type FeedKind = TermKind | 'series'

/**
 * One page of the posts filed under a term.
 * @param number of the page as the URL has it; absent for the newest
 * @returns undefined where there is no such page
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

/** What a list is called where nothing around it says what kind it is: in a browser's tab, in a feed reader. */
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
