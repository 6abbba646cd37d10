import type { Metadata } from 'next'
import type { IndexedSite } from '../../model/content-index'
import type { Image, Page, Post } from '../../model/post'
import { interfaceLanguage, stringsFor } from '../../strings'

/**
 * The metadata of a page, for search engines and link previews.
 * @param page `path` is root-relative; without `title` it is the home page
 */
export function describePage(
  site: IndexedSite,
  { title, description, path, canonical, image, lang, feed, feeds, translations, article }: Description,
): Metadata {
  return {
    title: title === undefined ? { absolute: site.title } : title,
    description: description || site.description,
    alternates: {
      canonical: canonical ?? path,
      languages: languagesOf(translations),
      types: feedsOf(site, { list: feed, base: feeds, lang }),
    },
    openGraph: {
      siteName: site.title,
      title: title ?? site.title,
      description: description || site.description,
      url: path,
      locale: localeOf(lang ?? site.language),
      images: image && [image],
      ...(article ? { type: 'article' as const, ...article } : { type: 'website' as const }),
    },
    twitter: { card: image ? 'summary_large_image' : 'summary' },
  }
}

/** The same for a post: with its times, authors and tags. */
export function describePost(
  site: IndexedSite,
  post: Post,
  image: Image | undefined,
  { translations = [], feeds }: Pick<Description, 'translations' | 'feeds'> = {},
): Metadata {
  return describePage(site, {
    ...describeDocument(post, image),
    feeds,
    canonical: post.canonical,
    translations,
    article: {
      publishedTime: post.date,
      modifiedTime: post.updated,
      authors: post.authors.map(({ name }) => name),
      tags: post.tags.map(({ name }) => name),
      section: post.categories[0]?.name ?? post.series,
    },
  })
}

/** The same for one of the author's pages. */
export function describeDocument({ title, summary, url, lang }: Page | Post, image?: Image): Description {
  return { title, description: summary, path: url, image, lang }
}

/** Open Graph requires a language with its country: `en-GB` becomes `en_GB`, `en` is left out. */
function localeOf(lang: string): string | undefined {
  const { language, region } = new Intl.Locale(lang)
  return region && `${language}_${region}`
}

function languagesOf(translations: Description['translations'] = []): Record<string, string> | undefined {
  if (translations.length < 2) return undefined
  return Object.fromEntries(translations.map(({ lang, url }) => [lang, url]))
}

function feedsOf(site: IndexedSite, { list, base = '/', lang = site.language }: FeedOptions) {
  const strings = stringsFor(interfaceLanguage(lang, site.language))
  return Object.fromEntries(
    FEEDS.map(([type, url]) => [
      type,
      [
        ...(list ? [{ url: list.url + url, title: strings.feedOf(site.title, list.title) }] : []),
        { url: base + url.slice(1), title: strings.feedTitle(site.title) },
      ],
    ]),
  )
}

interface FeedOptions {
  list: Description['feed']
  /** The folder of the feeds of all posts. */
  base: Description['feeds']
  /** Of the page. */
  lang: Description['lang']
}

const FEEDS = [
  ['application/rss+xml', '/rss.xml'],
  ['application/atom+xml', '/atom.xml'],
  ['application/feed+json', '/feed.json'],
] as const

export interface Description {
  title?: string
  description?: string
  path: string
  /** The canonical URL for search engines. */
  canonical?: string
  /** The picture for link previews. */
  image?: Image
  lang?: string
  /** The list whose feeds the page offers in addition to those of the site. */
  feed?: { url: string; title: string }
  /** The folder of the feeds of all posts: `/`, or `/de/` for the lists of another language. */
  feeds?: string
  /** The same page in all its languages, including this one. */
  translations?: readonly { lang: string; url: string }[]
  article?: {
    publishedTime?: string
    modifiedTime?: string
    authors?: string[]
    tags?: string[]
    section?: string
  }
}
