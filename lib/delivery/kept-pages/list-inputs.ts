import { createHash } from 'node:crypto'
import type { Lists } from '../../blog/lists/lists'
import type { FeedKind, TermKind } from '../../blog/lists/term-lists'
import { FEED_SIZE } from '../../blog/machines/feed'
import { FEED_FORMATS } from '../../blog/machines/feed-formats'
import type { Blog } from '../../blog/queries'
import type { PostSummary } from '../../model/post'
import { ownValue } from '../../model/records'
import { decodePercent } from '../../urls/decode'

/** A page, and everything it shows in addition to the site: it is rendered again only if one of these differs. */
export interface PageInputs {
  /** Its URL, decoded. */
  path: string
  /** The route that renders it, as the folders of `app` name it. */
  route: string
  /** Anything that JSON can hold. */
  inputs: unknown
}

/**
 * The pages of lists, their feeds and old URLs, as far as their routes leave out what is kept.
 * @param feedTexts what the text of each post in a feed was made of, by slug
 */
export function listInputs(blog: Blog, feedTexts: Readonly<Record<string, string>>): PageInputs[] {
  const hashes = new Map<PostSummary, string>()
  // A post is in many lists, and most of its summary is text.
  const hashOf = (post: PostSummary): string => {
    const known = hashes.get(post) ?? createHash('sha256').update(JSON.stringify(post)).digest('base64')
    hashes.set(post, known)
    return known
  }
  return [
    ...blog
      .listSections()
      .flatMap((lists) => [
        ...listPages(lists, hashOf),
        ...listFeeds(lists, ({ slug }) => ownValue(feedTexts, slug), hashOf),
      ]),
    ...[...blog.listRedirects()].map(([path, location]) => ({
      path,
      route: '/[...path]',
      inputs: ['redirect', location],
    })),
  ]
}

/** Terms, years, and the numbered pages of all posts. */
function listPages(lists: Lists, hashOf: (post: PostSummary) => string): PageInputs[] {
  const { language, prefix } = lists
  const pageOf = (url: string, route: string, inputs: unknown[]): PageInputs => ({
    path: decodePercent(url),
    route: prefix === '' ? route : '/[page]/[...list]',
    inputs: [route, language, ...inputs],
  })
  const terms = TERM_KINDS.flatMap((kind) =>
    lists.listTermSlugs(kind).flatMap((slug) => {
      const numbers = lists.getTermList(kind, slug)?.numbers ?? []
      return [undefined, ...numbers.map(String)].flatMap((number) => {
        const list = lists.getTermList(kind, slug, number)
        if (!list) return []
        const route = `/${kind}/[term]${number === undefined ? '' : '/page/[number]'}`
        const { posts, ...page } = list.page
        return pageOf(page.url, route, [{ ...list, page }, posts.map(hashOf)])
      })
    }),
  )
  const years = lists.listYears()
  const counts = years.map(({ year, posts }) => [year, posts.length])
  return [
    ...terms,
    ...years.map(({ url, posts }) => pageOf(url, '/archive/[year]', [counts, posts.map(hashOf)])),
    ...lists
      .paginatePosts()
      .slice(1)
      .map(({ posts, ...page }) =>
        pageOf(page.url, '/posts/page/[number]', [page, lists.posts().length, posts.map(hashOf)]),
      ),
  ]
}

/** Feeds of terms and series; that of all posts changes with nearly every post. */
function listFeeds(
  lists: Lists,
  textOf: (post: PostSummary) => string | undefined,
  hashOf: (post: PostSummary) => string,
): PageInputs[] {
  const ofTerms = TERM_KINDS.flatMap((kind) =>
    [...lists.terms[kind].values()].map(({ term, posts }) => ({
      kind,
      url: term.url,
      name: term.name,
      posts,
    })),
  )
  const ofSeries = lists.listSeries().map(({ series, posts }) => ({
    kind: 'series' as const,
    url: series.url,
    name: series.name,
    posts: posts.toReversed(),
  }))
  return [...ofTerms, ...ofSeries].flatMap(({ kind, url, name, posts }) => {
    const texts = posts
      .filter(({ date }) => date !== undefined)
      .slice(0, FEED_SIZE)
      .map(textOf)
    // A text that no build step has written is written by the route itself, from what is not known here.
    if (texts.includes(undefined)) return []
    const inputs = createHash('sha256')
      .update(JSON.stringify([kind, name, lists.language, posts.map(hashOf), texts]))
      .digest('hex')
    return [...FEED_FORMATS.keys()].map((format) => ({
      path: decodePercent(`${url}/${format}`),
      route: lists.prefix === '' ? feedRoute(kind) : '/[...path]',
      inputs: [format, inputs],
    }))
  })
}

function feedRoute(kind: FeedKind): string {
  return `/${kind}/[term]/[feed]`
}

const TERM_KINDS: TermKind[] = ['tags', 'categories', 'authors']
