import type { Feed } from 'feed'
import type { Metadata } from 'next'
import type { IndexedSite } from '../../model/content-index'
import type { Post, PostSummary, Term, TermCount } from '../../model/post'
import { stringsFor } from '../../strings'
import { authorUrl } from '../../urls/list-urls'
import type { BodySources } from '../body/resolve-body'
import { createFeeds } from '../machines/feeds'
import type { Description } from '../machines/metadata'
import type { TermGroups } from './old-terms'
import { findPage, type ListPage, PAGE_SIZE, paginate } from './pagination'
import { groupBySeries, type Part, partsOf, type SeriesPosts } from './series'
import { toTerms } from './term'
import { type FeedKind, type TermKind, type TermList, toTermList } from './term-lists'
import { countTerms, groupByTerm } from './terms'
import { groupByYear, type YearPosts } from './years'

/**
 * The lists of the posts of one language, and their feeds.
 * @param posts of this language, in the order of lists
 * @param options.prefix of the URLs of its lists: empty in the main language
 */
export function createLists(
  site: IndexedSite,
  posts: readonly PostSummary[],
  { prefix, language, getPost, findFeedText, describePage }: ListOptions,
): Lists {
  const tags = groupByTerm(posts, (post) => post.tags)
  const categories = groupByTerm(posts, (post) => post.categories)
  const authorsOf = (post: PostSummary) =>
    toTerms(
      post.authors.map(({ name }) => name),
      (slug) => authorUrl(slug, prefix),
    )
  const everyAuthor = groupByTerm(posts, authorsOf)
  // The only author of a blog needs no list: it would hold all posts.
  const authors: typeof everyAuthor = everyAuthor.size > 1 ? everyAuthor : new Map()
  const terms = { tags, categories, authors }
  const postPages = paginate(posts, PAGE_SIZE, `${prefix}/posts`)
  const years = groupByYear(posts, prefix)
  const strings = stringsFor(language)
  const series = groupBySeries(posts, prefix)
  const parts = partsOf(series)
  const feeds = createFeeds(
    { ...site, language },
    { posts, series, terms, strings, prefix },
    getPost,
    findFeedText,
  )
  const listTermUrls = (kind: TermKind) =>
    [...terms[kind].values()].flatMap((found) => {
      const { url, numbers } = toTermList(kind, found, strings) ?? { url: found.term.url, numbers: [] }
      return [url, ...numbers.map((number) => `${url}/page/${number}`)]
    })

  return {
    language,
    prefix,
    terms,
    posts: () => posts,
    listPinned: () => posts.filter(({ pinned }) => pinned),
    listTags: () => countTerms(tags),
    listCategories: () => countTerms(categories),
    listAuthors: () => countTerms(authors),
    authorsOf: (post) => authorsOf(post).filter(({ slug }) => authors.has(slug)),
    listTermSlugs: (kind) => [...terms[kind].keys()],
    getTermList: (kind, slug, number) => {
      const found = terms[kind].get(slug)
      return found && toTermList(kind, found, strings, number)
    },
    paginatePosts: () => postPages,
    findPostsPage: (number) => findPage(postPages, number),
    listYears: () => [...years.values()],
    getYear: (year) => years.get(year),
    listSeries: () => [...series.values()],
    getSeries: (slug) => series.get(slug),
    partOf: ({ slug }) => parts.get(slug),
    listUrls: () => [
      prefix || '/',
      ...postPages.map(({ url }) => url),
      `${prefix}/tags`,
      ...(['tags', 'categories', 'authors'] as const).flatMap(listTermUrls),
      ...[...years.values()].map(({ url }) => url),
      ...[...series.values()].map((each) => each.series.url),
    ],
    listFeedTerms: feeds.listTerms,
    createFeed: feeds.create,
    describeList: (description) => describePage({ lang: language, feeds: `${prefix}/`, ...description }),
  }
}

interface ListOptions {
  prefix: string
  /** BCP 47. */
  language: string
  getPost: (slug: string) => Promise<Post | undefined>
  findFeedText: BodySources['findFeedText']
  describePage: (description: Description) => Metadata
}

/** The posts of one language, as readers find them. */
export interface Lists {
  /** BCP 47: of these posts, and of the words around them. */
  language: string
  /** What the URLs of these lists begin with: empty in the main language, else `/de`. */
  prefix: string
  terms: TermGroups
  /** Newest first; those without a date last; posts of the same moment by title. */
  posts(): readonly PostSummary[]
  /** The posts that the author has pinned, in the order of lists. */
  listPinned(): PostSummary[]
  /** Every tag with its number of posts, the most used first, then by name. */
  listTags(): readonly TermCount[]
  listCategories(): readonly TermCount[]
  /** Every author with a list: none where all posts are by one author. */
  listAuthors(): TermCount[]
  /** The authors of a post that have a list. */
  authorsOf(post: PostSummary): Term[]
  listTermSlugs(kind: TermKind): string[]
  /**
   * A page of the posts filed under a term, newest first.
   * @param number as in the URL; absent for the newest page
   * @returns undefined if no published post belongs to it
   */
  getTermList(kind: TermKind, slug: string, number?: string): TermList | undefined
  /** All posts in pages, the newest first; there is always one. */
  paginatePosts(): ListPage<PostSummary>[]
  /** A page of all posts by its number in the URL; undefined for the newest, which has none. */
  findPostsPage(number: string): ListPage<PostSummary> | undefined
  /** Every year with a dated post, newest first. */
  listYears(): YearPosts[]
  getYear(year: string): YearPosts | undefined
  /** Every series with its posts, in the order of the newest post. */
  listSeries(): SeriesPosts[]
  /** A series and its posts, oldest first; undefined if no published post belongs to it. */
  getSeries(slug: string): SeriesPosts | undefined
  /** Which part of its series a post is; undefined if it belongs to none. */
  partOf(post: Pick<PostSummary, 'slug'>): Part | undefined
  /** Every page of these lists, root-relative and percent-encoded. */
  listUrls(): string[]
  /** The slugs of the terms that have feeds. */
  listFeedTerms(kind: FeedKind): string[]
  /**
   * The feed of the newest posts: of all, or of one tag, category, author or series.
   * @returns undefined where no published post belongs to it
   */
  createFeed(kind?: FeedKind, slug?: string): Promise<Feed | undefined>
  /** What a page of these lists says about itself in its head. */
  describeList(description: Description): Metadata
}
