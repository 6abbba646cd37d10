import type { ContentIndex } from '../model/content-index'
import { decodePercent } from '../urls/decode'
import { pageUrl, postUrl } from '../urls/list-urls'
import { canonicalPath, isTooLong } from '../urls/normalize-path'
import { OLD_FEEDS } from '../urls/reserved-paths'
import { isPublished, type Moment } from '../visibility'
import type { Lists } from './lists/lists'
import { redirectTerms } from './lists/old-terms'

/**
 * Every old URL that this build redirects, and its target: a current URL, or another site. One spelling each,
 * decoded; `next.config.js` maps `.html`, `index.html` and a trailing slash to it.
 */
export function resolveRedirects(
  { posts, pages, guessedAddresses, movedUrls, oldTermUrls }: Omit<ContentIndex, 'site'>,
  moment: Moment,
  sections: readonly Pick<Lists, 'terms' | 'listUrls'>[],
): Map<string, string> {
  const redirects = new Map<string, string>(OLD_FEEDS)
  const published = posts.filter((post) => isPublished(post, moment))
  const urls = new Set(published.map(({ slug }) => postUrl(slug)))
  const isImported = published.some(({ permalink }) => permalink !== undefined)
  const taken = new Set([...urls, ...pages.map(({ slug }) => pageUrl(slug))])
  const set = (path: string, url: string) => {
    // No system had a page for a name of 300 letters.
    if (!taken.has(path) && !path.split('/').some(isTooLong)) redirects.set(path, url)
  }
  // The main language comes last and wins: an old blog's list of a tag is the one in its language.
  for (const { terms } of sections.toReversed()) {
    for (const [path, url] of redirectTerms(terms, { isImported, blogs: oldTermUrls })) set(path, url)
    for (const kind of ['tags', 'categories', 'authors'] as const)
      for (const [slug, { term }] of terms[kind]) set(`/${kind}/${slug}`, term.url)
  }
  for (const [path, url] of Object.entries(guessedAddresses)) if (urls.has(url)) redirects.set(path, url)
  for (const [path, url] of Object.entries(movedUrls)) set(path, url)
  for (const { slug, permalink, aliases = [] } of pages.filter(({ draft }) => isPublished({ draft }, moment)))
    for (const address of [permalink, ...aliases]) if (address) set(address, pageUrl(slug))
  for (const { slug, permalink, aliases, redirectTo } of published) {
    const target = redirectTo ?? postUrl(slug)
    for (const address of [permalink, ...aliases]) if (address) redirects.set(address, target)
    if (redirectTo) redirects.set(`/posts/${slug}`, redirectTo)
  }
  // In one step: a list of redirects may name other old URLs.
  for (const path of Object.keys(movedUrls)) {
    const target = redirects.get(path)
    if (target !== undefined) redirects.set(path, followRedirects(target, redirects))
  }
  // A page of ours wins over an old URL: `/de/tags` once belonged to another system.
  const present = sections.flatMap(({ listUrls }) => listUrls())
  for (const path of present) redirects.delete(decodePercent(path))
  return redirects
}

/** The end of a chain of redirects; the last before it closes, if it is a circle. */
function followRedirects(url: string, redirects: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let end = url
  for (;;) {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(end) ?? []
    const next = path.startsWith('/') ? redirects.get(canonicalPath(decodePercent(path))) : undefined
    if (next === undefined || seen.has(next)) return end
    seen.add(next)
    end = next.includes('#') ? next : next + rest
  }
}
