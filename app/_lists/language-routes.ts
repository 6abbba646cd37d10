import { blog } from '@/lib/blog/blog'
import type { Lists } from '@/lib/blog/lists/lists'
import { decodePercent } from '@/lib/urls/decode'

/** The lists of a language other than the main one, by the first segment of their URLs. */
export function findLanguage(segment: string): Lists | undefined {
  return others().find(({ prefix }) => prefix === `/${segment}`)
}

/** The first segments of the URLs of those lists: none in a blog of one language. */
export function listLanguageSegments(): string[] {
  return others().map(({ prefix }) => prefix.slice(1))
}

/** Every page of those lists below their home pages, as the params of a route. */
export function listLanguagePages(): { page: string; list: string[] }[] {
  return others().flatMap(({ prefix, listUrls }) =>
    listUrls()
      .filter((url) => url !== prefix)
      .map((url) => ({ page: prefix.slice(1), list: segmentsOf(url.slice(prefix.length)) })),
  )
}

/** The URLs of the feeds of those lists, decoded, and how each is made. */
export function listLanguageFeeds(formats: readonly string[]): Map<string, LanguageFeed> {
  const kinds = ['tags', 'categories', 'authors', 'series'] as const
  const feeds = others().flatMap((lists) =>
    formats.flatMap((format) => [
      [`${lists.prefix}/${format}`, { format, create: () => lists.createFeed() }] as const,
      ...kinds.flatMap((kind) =>
        lists
          .listFeedTerms(kind)
          .map(
            (term) =>
              [
                `${lists.prefix}/${kind}/${term}/${format}`,
                { format, create: () => lists.createFeed(kind, term) },
              ] as const,
          ),
      ),
    ]),
  )
  return new Map(feeds)
}

function others(): Lists[] {
  return blog.listSections().filter(({ prefix }) => prefix !== '')
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean).map(decodePercent)
}

interface LanguageFeed {
  format: string
  create: Lists['createFeed']
}
