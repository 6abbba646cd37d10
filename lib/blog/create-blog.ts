import type { BranchChanges } from '../model/branch-changes'
import type { ContentIndex } from '../model/content-index'
import type { PostSummary } from '../model/post'
import { readShareColors } from '../share-images/theme-colors'
import { stringsFor } from '../strings'
import { authorUrl, pageUrl } from '../urls/list-urls'
import { type BodySources, readBody } from './body/resolve-body'
import { listChanges } from './changes'
import { findPage, PAGE_SIZE, paginate } from './lists/pagination'
import { groupBySeries, partsOf } from './lists/series'
import { toTerms } from './lists/term'
import { toTermList } from './lists/term-lists'
import { countTerms, groupByTerm } from './lists/terms'
import { groupTranslations } from './lists/translations'
import { groupByYear } from './lists/years'
import { createFeeds } from './machines/feeds'
import { describeDocument, describePage, describePost } from './machines/metadata'
import { createShareImages, type ShareOptions } from './machines/share-images'
import { readPage, selectPages } from './pages'
import { readPost, selectPosts } from './posts'
import { previewOf } from './preview'
import type { Blog } from './queries'
import { resolveRedirects } from './redirects'

/**
 * Every query of the published blog, as functions of the generated data. Nothing here reads a clock, a file or the
 * environment of the process: `lib/blog/blog.ts` makes the one instance that pages use.
 * @param index what is known of every document, published or not
 * @param options.now milliseconds since 1970: posts dated later are scheduled
 * @param options.environment as in `process.env`: decides whether drafts are shown
 * @param options.related may name posts that are not published; these are never listed
 * @param options.sources where texts and snapshots are read from, when they are needed
 */
export function createBlog(
  index: ContentIndex,
  { now, environment, sources, changes, related = {}, share = NOT_THEMED }: BlogOptions,
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
  // The only author of a blog needs no list: it would hold all posts.
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

  const shareImages = createShareImages(site, posts.summaries, pages, share)

  const getPost = (slug: string) => readPost(posts, slug, sources)
  const feeds = createFeeds(
    site,
    { posts: posts.summaries, series, terms, strings },
    getPost,
    sources.findFeedText,
  )
  const getPage = async (slug: string) => {
    const indexed = pages.find((page) => page.slug === slug)
    return indexed && readPage(indexed, site, sources)
  }

  return {
    site,
    preview: previewOf(environment),
    listChanges: () =>
      listChanges(changes, index, (url) => byUrl.has(url) || pages.some(({ slug }) => pageUrl(slug) === url)),
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
        // The page links to its neighbors already.
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
    listFeedTerms: feeds.listTerms,
    createFeed: feeds.create,
    describePage: (description) => describePage(site, { image: shareImages.imageOf(), ...description }),
    describePost: (post) => describePost(site, post, shareImages.imageOf(post), listTranslations(post)),
    describeDocument: (page) => describePage(site, describeDocument(page, shareImages.imageOf(page))),
    shareImageOf: (post) => shareImages.imageOf(post),
    findShareImage: (url) => shareImages.list().get(url),
    listShareImages: () => [...shareImages.list().values()],
  }
}

const NOT_THEMED: ShareOptions = { colors: readShareColors(''), canDraw: () => true }

interface BlogOptions {
  now: number
  environment: Record<string, string | undefined>
  sources: BodySources
  /** What the branch of a preview changes. */
  changes?: BranchChanges
  /** URLs of similar posts by URL, as the build found them. */
  related?: Readonly<Record<string, readonly string[]>>
  /** How share images look: only needed where they are named or drawn. */
  share?: ShareOptions
}
