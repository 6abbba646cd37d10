/**
 * The URLs that the site itself uses, so that neither a page nor an old URL of a post can have them. The only such list: a new
 * route or generated folder is added here.
 */

/** First segments of reserved paths: routes, and folders of generated or served files. */
const OWN_FOLDERS = new Set([
  '.well-known',
  '_next',
  '_quire',
  '_vercel',
  'admin',
  'api',
  'assets',
  'embeds',
  'media',
  'og',
  'pagefind',
  'search',
  'series',
  'tags',
])

/** Single URLs. Below `/posts`, old URLs are possible (`/posts/2014/a`). */
const OWN_FILES = new Set([
  '',
  'posts',
  'robots.txt',
  'sitemap.xml',
  'rss.xml',
  'atom.xml',
  'feed.json',
  'feed.css',
  'search.json',
  'llms.txt',
  'favicon.ico',
  'icon.svg',
  'apple-icon.png',
  'manifest.webmanifest',
])

/** The feed URLs of other systems, for readers who subscribed there. */
export const OLD_FEEDS: readonly (readonly [from: string, to: string])[] = [
  ['/feed.xml', '/rss.xml'],
  ['/index.xml', '/rss.xml'],
  ['/feed', '/rss.xml'],
  ['/rss', '/rss.xml'],
  ['/posts/index.xml', '/rss.xml'],
  ['/blog/index.xml', '/rss.xml'],
  ['/feed/atom', '/atom.xml'],
]

/** Lists of other systems and themes, and the list here. An old URL of a post or page comes before them. */
export const OLD_LISTS: readonly (readonly [from: string, to: string])[] = [
  ['/tag', '/tags'],
  ['/categories', '/tags'],
  ['/category', '/tags'],
  ['/archive', '/posts'],
  ['/archives', '/posts'],
  ['/blog', '/posts'],
  ['/blog/archives', '/posts'],
]

/** Lists whose folder is otherwise free for old URLs: `/archive/2014/05/a`. */
const LISTS = [
  /^\/(?:authors|categories)\/[^/]+(?:\/page\/\d+|\/[a-z]+\.(?:xml|json))?$/,
  /^\/archive\/\d{4}$/,
  /^\/posts\/page\/\d+$/,
  /^\/preview\/changes$/,
]

const feeds = new Set(OLD_FEEDS.map(([from]) => from))

/**
 * Whether the site itself uses a URL, so that no post can.
 * @param path as `readAddress` returns it
 */
export function isReserved(path: string): boolean {
  const [, first = '', second] = path.split('/')
  if (OWN_FOLDERS.has(first) || feeds.has(path)) return true
  return (second === undefined && OWN_FILES.has(first)) || LISTS.some((list) => list.test(path))
}

/** Whether no page can have this slug: it would be a URL of the site or of Next, or an invalid file name on some system. */
export function isReservedPageSlug(slug: string): boolean {
  return isReserved(`/${slug}`) || OF_NEXT.has(slug) || isReservedPostSlug(slug)
}

/** Whether no post can have this slug: `posts/index` is the list, and Windows has no file `con.md`. */
export function isReservedPostSlug(slug: string): boolean {
  return slug === 'index' || DEVICES.test(slug)
}

/** Pages that Next generates under its own names. */
const OF_NEXT = new Set(['404', '500', '_not-found', '_error', '_global-error', '_app', '_document'])

/** @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
