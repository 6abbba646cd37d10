import type { Feed } from 'feed'
import type { Root } from 'hast'
import type { Metadata } from 'next'
import type { ContentIndex, IndexedSite } from '../model/content-index'
import type { Page, Post, PostSummary, Term, TermCount } from '../model/post'
import { stringsFor } from '../strings'
import { authorUrl, pageUrl } from '../urls/list-urls'
import { type BodySources, readBody } from './body/resolve-body'
import { findPage, type ListPage, PAGE_SIZE, paginate } from './lists/pagination'
import { groupBySeries, type Part, partsOf, type SeriesPosts } from './lists/series'
import { toTerms } from './lists/term'
import { type FeedKind, type TermKind, type TermList, titleOf, toTermList } from './lists/term-lists'
import { countTerms, groupByTerm } from './lists/terms'
import { groupTranslations } from './lists/translations'
import { groupByYear, type YearPosts } from './lists/years'
import { createFeed, type FeedList } from './machines/feed'
import { toFeedHtml } from './machines/feed-html'
import { type Description, describeDocument, describePage, describePost } from './machines/metadata'
import { readPage, selectPages } from './pages'
import { readPost, selectPosts } from './posts'
import { type Preview, previewOf } from './preview'
import { resolveRedirects } from './redirects'

/**
 * Every query of the published blog, as functions of what was generated. Nothing here reads a clock, a file or the
 * environment of the process: `lib/blog/blog.ts` makes the one instance that pages use.
 * @param index what is known of every document, published or not
 * @param options.now milliseconds since 1970: what is dated later is scheduled
 * @param options.environment as in `process.env`: decides whether drafts are shown
 * @param options.related may name posts that are not published; these are never listed
 * @param options.sources where texts and snapshots are read from, when they are needed
 */
export function createBlog(
  index: ContentIndex,
  { now, environment, sources, related = {} }: BlogOptions,
): Blog {
  const { site } = index
  const moment = { now, environment, timeZone: site.timeZone }
  const posts = selectPosts(index.posts, site, moment)
  const pages = selectPages(index.pages, site, moment)
  const tags = groupByTerm(posts.summaries, (post) => post.tags)
  const tagCounts = countTerms(tags)
  const categories = groupByTerm(posts.summaries, (post) => post.categories)
  const categoryCounts = countTerms(categories)
  const authorsOf = (post: PostSummary) =>
    toTerms(
      post.authors.map(({ name }) => name),
      authorUrl,
    )
  const everyAuthor = groupByTerm(posts.summaries, authorsOf)
  // The only author of a blog needs no list: it would be that of all posts.
  const authors: typeof everyAuthor = everyAuthor.size > 1 ? everyAuthor : new Map()
  const terms = { tags, categories, authors }
  const postPages = paginate(posts.summaries, PAGE_SIZE, '/posts')
  const byUrl = new Map(posts.summaries.map((post) => [post.url, post]))
  const years = groupByYear(posts.summaries)
  const strings = stringsFor(site.language)
  const series = groupBySeries(posts.summaries)
  const parts = partsOf(series)

  const translations = groupTranslations(posts.summaries)
  const listTranslations = ({ translationKey }: Pick<PostSummary, 'translationKey'>) =>
    (translationKey !== undefined && translations.get(translationKey)) || []

  const listRelated = ({ url }: Pick<PostSummary, 'url'>) =>
    (Object.hasOwn(related, url) ? (related[url] ?? []) : []).flatMap((other) => byUrl.get(other) ?? [])

  const getPost = (slug: string) => readPost(posts, slug, sources)
  const feedTexts = new Map<string, Promise<string>>()
  /** A post is in the feeds of each of its tags, too. */
  const readFeedText = (slug: string): Promise<string> => {
    const text =
      feedTexts.get(slug) ??
      getPost(slug).then((post) => (post ? toFeedHtml(post.body, new URL(post.url, site.url).href) : ''))
    feedTexts.set(slug, text)
    return text
  }
  const feedListOf = (kind?: FeedKind, slug = ''): FeedList | undefined => {
    if (kind === undefined) return { url: '/', posts: posts.summaries }
    if (kind === 'series') {
      const found = series.get(slug)
      return found && { url: found.series.url, title: found.series.name, posts: found.posts.toReversed() }
    }
    const found = terms[kind].get(slug)
    return (
      found && { url: found.term.url, title: titleOf(kind, found.term.name, strings), posts: found.posts }
    )
  }
  const getPage = async (slug: string) => {
    const indexed = pages.find((page) => page.slug === slug)
    return indexed && readPage(indexed, site, sources)
  }

  return {
    site,
    preview: previewOf(environment),
    listPosts: () => posts.summaries,
    getPost,
    getPostPage: async (slug) => {
      const post = await getPost(slug)
      if (!post) return undefined
      const authors = authorsOf(post).filter((author) => terms.authors.has(author.slug))
      return {
        post,
        part: parts.get(slug),
        authors,
        translations: listTranslations(post),
        // The page links to its neighbors anyway.
        related: listRelated(post).filter(
          ({ slug }) => slug !== post.newer?.slug && slug !== post.older?.slug,
        ),
      }
    },
    listPages: () => pages.map(({ slug, title }) => ({ slug, url: pageUrl(slug), title })),
    getPage,
    listPinned: () => posts.summaries.filter(({ pinned }) => pinned),
    listTags: () => tagCounts,
    listCategories: () => categoryCounts,
    listAuthors: () => countTerms(authors),
    authorsOf: (post) => authorsOf(post).filter(({ slug }) => authors.has(slug)),
    listTermSlugs: (kind) => [...(terms[kind]?.keys() ?? [])],
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
    listTranslations,
    listRelated,
    partOf: ({ slug }) => parts.get(slug),
    readIntroduction: () => readBody(site.introduction, site, sources.findSnapshot),
    listRedirects: () => resolveRedirects(index, moment, terms),
    listFeedTerms: (kind) => [...(kind === 'series' ? series : terms[kind]).keys()],
    createFeed: async (kind, slug) => {
      const list = feedListOf(kind, slug)
      return list && createFeed(site, list, readFeedText)
    },
    describePage: (description) => describePage(site, description),
    describePost: (post) => describePost(site, post, listTranslations(post)),
    describeDocument: (page) => describePage(site, describeDocument(page)),
  }
}

export interface Blog {
  /** `content/site.yaml`, validated and complete. */
  site: IndexedSite
  /** What a preview was built from; undefined in the published site and in `dev`. */
  preview?: Preview
  /** The published posts, newest first; those without a date last; of one moment by title. */
  listPosts(): readonly PostSummary[]
  /** A published post with its text, or undefined. */
  getPost(slug: string): Promise<Post | undefined>
  /**
   * All that the page of a post shows beside the site: `lib/delivery/kept-pages` renders the page again only where one of
   * these differs, so the page asks for nothing else.
   */
  getPostPage(slug: string): Promise<PostPage | undefined>
  /** The published pages of `content/pages`, by title. */
  listPages(): { slug: string; url: string; title: string }[]
  /** A published page with its text, or undefined. */
  getPage(slug: string): Promise<Page | undefined>
  /** The posts that the author has pinned, in the order of lists. */
  listPinned(): PostSummary[]
  /** Every tag with its number of posts, the most used first, then by name. */
  listTags(): readonly TermCount[]
  listCategories(): readonly TermCount[]
  /** Every author with a list: none in a blog of one author. */
  listAuthors(): TermCount[]
  /** The authors of a post that have a list. */
  authorsOf(post: PostSummary): Term[]
  listTermSlugs(kind: TermKind): string[]
  /**
   * A page of the posts filed under a term, newest first.
   * @param number as in the URL; absent for the newest page
   * @returns undefined where no published post belongs to it
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
  /** A series and its posts, oldest first; undefined where no published post belongs to it. */
  getSeries(slug: string): SeriesPosts | undefined
  /** A post in all its languages, its own too; fewer than two where it is not translated. */
  listTranslations(post: Pick<PostSummary, 'translationKey'>): PostSummary[]
  /** Posts with similar content, the most similar first. */
  listRelated(post: Pick<PostSummary, 'url'>): PostSummary[]
  /** Which part of its series a post is; undefined where it belongs to none. */
  partOf(post: Pick<PostSummary, 'slug'>): Part | undefined
  /** The introduction of the home page; without children where the author wrote none. */
  readIntroduction(): Promise<Root>
  /** Every old URL that this build answers, decoded, and where it leads. */
  listRedirects(): Map<string, string>
  /** The slugs of what has feeds of its own. */
  listFeedTerms(kind: FeedKind): string[]
  /**
   * The feed of the newest posts: of all, or of those of one tag, category, author or series.
   * @returns undefined where no published post belongs to it
   */
  createFeed(kind?: FeedKind, slug?: string): Promise<Feed | undefined>
  /** What a page says about itself in its head. */
  describePage(description: Description): Metadata
  describePost(post: Post): Metadata
  describeDocument(page: Page): Metadata
}

export interface PostPage {
  post: Post
  part?: Part
  authors: Term[]
  translations: PostSummary[]
  related: PostSummary[]
}

interface BlogOptions {
  now: number
  environment: Record<string, string | undefined>
  sources: BodySources
  /** URLs of similar posts by URL, as the build found them. */
  related?: Readonly<Record<string, readonly string[]>>
}
