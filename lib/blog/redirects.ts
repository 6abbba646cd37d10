import type { ContentIndex } from '../model/content-index'
import { pageUrl, postUrl } from '../urls/list-urls'
import { OLD_FEEDS } from '../urls/reserved-paths'
import { isPublished, type Moment } from '../visibility'
import { redirectTerms, type TermGroups } from './lists/old-terms'

/**
 * Every old URL that this build redirects, and its target: a current URL, or another site. One spelling each,
 * decoded; `next.config.js` maps `.html`, `index.html` and a trailing slash to it.
 */
export function resolveRedirects(
  { posts, pages, guessedAddresses, oldTermUrls }: Omit<ContentIndex, 'site'>,
  moment: Moment,
  terms: TermGroups,
): Map<string, string> {
  const redirects = new Map<string, string>(OLD_FEEDS)
  const published = posts.filter((post) => isPublished(post, moment))
  const urls = new Set(published.map(({ slug }) => postUrl(slug)))
  const isImported = published.some(({ permalink }) => permalink !== undefined)
  const taken = new Set([...urls, ...pages.map(({ slug }) => pageUrl(slug))])
  for (const [path, url] of redirectTerms(terms, { isImported, blogs: oldTermUrls })) {
    if (!taken.has(path)) redirects.set(path, url)
  }
  for (const [path, url] of Object.entries(guessedAddresses)) if (urls.has(url)) redirects.set(path, url)
  for (const { slug, permalink, aliases, redirectTo } of published) {
    const target = redirectTo ?? postUrl(slug)
    for (const address of [permalink, ...aliases]) if (address) redirects.set(address, target)
    if (redirectTo) redirects.set(`/posts/${slug}`, redirectTo)
  }
  return redirects
}
