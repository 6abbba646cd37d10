import { Feed } from 'feed'
import { instantOf } from '../../dates'
import type { Site } from '../../model/document'
import type { PostSummary } from '../../model/post'
import { stringsFor } from '../../strings'

/** Feed readers ask every hour: the feed holds the newest posts in full; the others are on the site. */
export const FEED_SIZE = 20

/**
 * The feed of the newest dated posts, with their full texts: a feed is in order of time, and every format
 * but RSS requires a date. The same posts always make the same feed, whenever it is built.
 * @param list the posts it holds, newest first, and what they have in common; `url` is root-relative
 * @param readText returns a post's text for feeds
 * @returns a feed that can be written as RSS 2.0, Atom 1.0 and JSON Feed 1.1
 */
export async function createFeed(
  site: Site,
  list: FeedList,
  readText: (slug: string) => Promise<string>,
): Promise<Feed> {
  const absolute = (path: string) => new URL(path, site.url).href
  const instant = (date: string) => new Date(instantOf(date, site.timeZone))
  const base = list.url === '/' ? '' : list.url
  const posts = list.posts.flatMap((post) => (post.date === undefined ? [] : { ...post, date: post.date }))
  const changes = posts.map((post) => instant(post.updated ?? post.date).getTime())
  const feed = new Feed({
    id: absolute(list.url),
    title: list.title === undefined ? site.title : stringsFor(site.language).feedOf(site.title, list.title),
    description: site.description || site.title,
    link: absolute(list.url),
    language: site.language,
    author: { name: site.author.name, link: site.author.url },
    feedLinks: {
      rss: absolute(`${base}/rss.xml`),
      atom: absolute(`${base}/atom.xml`),
      json: absolute(`${base}/feed.json`),
    },
    hub: site.hub,
    // Of the host that serves the feed: browsers apply no style sheet of another, and previews have their own.
    stylesheet: '/feed.css',
    updated: new Date(Math.max(0, ...changes)),
    generator: 'Quire',
  })
  for (const post of posts.slice(0, FEED_SIZE)) {
    feed.addItem({
      id: absolute(post.url),
      link: absolute(post.url),
      title: post.title,
      description: post.summary || undefined,
      content: await readText(post.slug),
      date: instant(post.updated ?? post.date),
      published: instant(post.date),
      author: post.authors.map(({ name, url }) => ({ name, link: url })),
      category: [...post.categories, ...post.tags].map(({ name }) => ({ name })),
    })
  }
  return feed
}

/** The posts of one feed. */
export interface FeedList {
  /** Root-relative URL of the page that lists them. */
  url: string
  /** The title of the list; undefined for all posts of the site. */
  title?: string
  /** Newest first. */
  posts: readonly PostSummary[]
}
