import type { Feed } from 'feed'
import type { IndexedSite } from '../../model/content-index'
import type { Post, PostSummary } from '../../model/post'
import type { Strings } from '../../strings'
import type { BodySources } from '../body/resolve-body'
import type { TermGroups } from '../lists/old-terms'
import type { SeriesPosts } from '../lists/series'
import { type FeedKind, titleOf } from '../lists/term-lists'
import { createFeed, type FeedList } from './feed'
import { toFeedHtml } from './feed-html'

/**
 * Every feed of a blog: the one of all posts, and one for each tag, category, author and series.
 * @param getPost returns a post with its text, which is read and converted once for all feeds that hold it
 * @param findFeedText returns a post's text where it is converted already
 */
export function createFeeds(
  site: IndexedSite,
  { posts, series, terms, strings, prefix }: FeedSources,
  getPost: (slug: string) => Promise<Post | undefined>,
  findFeedText: BodySources['findFeedText'],
): Feeds {
  const convert = async (slug: string): Promise<string> => {
    const known = await findFeedText?.(slug)
    if (known !== undefined) return known
    const post = await getPost(slug)
    return post ? toFeedHtml(post.body, new URL(post.url, site.url).href) : ''
  }
  const texts = new Map<string, Promise<string>>()
  const readText = (slug: string): Promise<string> => {
    const text = texts.get(slug) ?? convert(slug)
    texts.set(slug, text)
    return text
  }
  const listOf = (kind?: FeedKind, slug = ''): FeedList | undefined => {
    if (kind === undefined) return { url: prefix || '/', posts }
    if (kind === 'series') {
      const found = series.get(slug)
      return found && { url: found.series.url, title: found.series.name, posts: found.posts.toReversed() }
    }
    const found = terms[kind].get(slug)
    return (
      found && { url: found.term.url, title: titleOf(kind, found.term.name, strings), posts: found.posts }
    )
  }
  return {
    listTerms: (kind) => [...(kind === 'series' ? series : terms[kind]).keys()],
    create: async (kind, slug) => {
      const list = listOf(kind, slug)
      return list && createFeed(site, list, readText)
    },
  }
}

interface FeedSources {
  posts: readonly PostSummary[]
  series: ReadonlyMap<string, SeriesPosts>
  terms: TermGroups
  strings: Strings
  /** Of the URLs of lists. */
  prefix: string
}

interface Feeds {
  /** The slugs of the terms that have feeds. */
  listTerms(kind: FeedKind): string[]
  /** @returns undefined if no published post belongs to the term */
  create(kind?: FeedKind, slug?: string): Promise<Feed | undefined>
}
