import { postUrl } from '../urls/list-urls'
import { contentIndex } from './generated/content-index'
import { site } from './site'
import { isPublished } from './visibility'

/**
 * Every old address that this build answers, and where it leads: a present address, or another site. One spelling
 * each, decoded; `next.config.js` brings `.html`, `index.html` and a slash at the end to it.
 */
export function listRedirects(): Map<string, string> {
  const redirects = new Map(Object.entries(OLD_FEEDS))
  const published = contentIndex.posts.filter((post) => isPublished(post, site.timeZone))
  const urls = new Set(published.map(({ slug }) => postUrl(slug)))
  for (const [path, url] of Object.entries(contentIndex.guessedAddresses))
    if (urls.has(url)) redirects.set(path, url)
  for (const { slug, permalink, aliases, redirectTo } of published) {
    const target = redirectTo ?? postUrl(slug)
    for (const address of [permalink, ...aliases]) if (address) redirects.set(address, target)
    if (redirectTo) redirects.set(`/posts/${slug}`, redirectTo)
  }
  return redirects
}

/** Where other systems keep their feeds, for readers who subscribed there. `/atom.xml` is ours too. */
const OLD_FEEDS = {
  '/feed.xml': '/rss.xml',
  '/index.xml': '/rss.xml',
  '/feed': '/rss.xml',
  '/rss': '/rss.xml',
  '/posts/index.xml': '/rss.xml',
  '/blog/index.xml': '/rss.xml',
  '/feed/atom': '/atom.xml',
}
