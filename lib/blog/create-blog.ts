import type { BranchChanges } from '../model/branch-changes'
import type { ContentIndex } from '../model/content-index'
import type { PostSummary } from '../model/post'
import { readShareColors } from '../share-images/theme-colors'
import { pageUrl } from '../urls/list-urls'
import { type BodySources, readBody } from './body/resolve-body'
import { listChanges } from './changes'
import { listLanguage } from './lists/languages'
import { createLists } from './lists/lists'
import { groupTranslations } from './lists/translations'
import { type Description, describeDocument, describePage, describePost } from './machines/metadata'
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
  const byUrl = new Map(posts.summaries.map((post) => [post.url, post]))

  const translations = groupTranslations(posts.summaries)
  const listTranslations = ({ translationKey }: Pick<PostSummary, 'translationKey'>) =>
    (translationKey !== undefined && translations.get(translationKey)) || []

  const listRelated = ({ url }: Pick<PostSummary, 'url'>) =>
    (Object.hasOwn(related, url) ? (related[url] ?? []) : []).flatMap((other) => byUrl.get(other) ?? [])

  const shareImages = createShareImages(site, posts.summaries, pages, share)

  const getPost = (slug: string) => readPost(posts, slug, sources)
  const getPage = async (slug: string) => {
    const indexed = pages.find((page) => page.slug === slug)
    return indexed && readPage(indexed, site, sources)
  }

  const describe = (description: Description) =>
    describePage(site, { image: shareImages.imageOf(), ...description })
  const prefixes = [...posts.prefixes]
  const sections = prefixes.map(([language, prefix]) =>
    createLists(
      site,
      prefixes.length === 1
        ? posts.summaries
        : posts.summaries.filter((_, at) => posts.languages[at] === language),
      {
        prefix,
        language:
          listLanguage(site.language) === language ? site.language : languageTag(posts.summaries, language),
        getPost,
        findFeedText: sources.findFeedText,
        describePage: describe,
      },
    ),
  )
  const [main] = sections
  if (!main) throw new Error('A blog without posts has one language, too.')
  const listsOf = ({ lang }: Pick<PostSummary, 'lang'>) =>
    sections[prefixes.findIndex(([language]) => language === listLanguage(lang))] ?? main

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
      const lists = listsOf(post)
      return {
        prefix: lists.prefix,
        post,
        part: lists.partOf(post),
        authors: lists.authorsOf(post),
        translations: listTranslations(post),
        // The page links to its neighbors already.
        related: listRelated(post).filter(
          ({ slug }) => slug !== post.newer?.slug && slug !== post.older?.slug,
        ),
      }
    },
    listPages: () => pages.map(({ slug, title }) => ({ slug, url: pageUrl(slug), title })),
    getPage,
    lists: main,
    listSections: () => sections,
    prefixOf: (document) => listsOf(document).prefix,
    listTranslations,
    listRelated,
    readIntroduction: () => readBody(site.introduction, site, sources.findSnapshot),
    listRedirects: () => resolveRedirects(index, moment, sections),
    describePage: describe,
    describePost: (post) =>
      describePost(site, post, shareImages.imageOf(post), {
        translations: listTranslations(post),
        feeds: `${listsOf(post).prefix}/`,
      }),
    describeDocument: (page) => describePage(site, describeDocument(page, shareImages.imageOf(page))),
    shareImageOf: (post) => shareImages.imageOf(post),
    findShareImage: (url) => shareImages.list().get(url),
    listShareImages: () => [...shareImages.list().values()],
  }
}

/** The language tag that most posts of a language have: `pt-BR` rather than `pt`. */
function languageTag(posts: readonly PostSummary[], language: string): string {
  const tags = new Map<string, number>()
  for (const { lang } of posts) if (listLanguage(lang) === language) tags.set(lang, (tags.get(lang) ?? 0) + 1)
  return [...tags].sort(([, m], [, n]) => n - m)[0]?.[0] ?? language
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
  /** The colors of share images: only needed to name or draw them. */
  share?: ShareOptions
}
