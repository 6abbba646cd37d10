import { Feed } from 'feed'
import { instantOf } from '../dates'
import type { Site } from '../model/document'
import type { Post, PostSummary } from '../model/post'
import { toFeedHtml } from './feed-html'

/** Readers ask every hour: the newest posts in full; the others are on the site. */
const newest = 20

/**
 * The feed of the newest published posts that have a date, with their full texts: a feed is an order in time, and
 * every format but RSS demands one. The same posts make the same feed, whenever it is built.
 * @returns a feed that can write itself as RSS 2.0, Atom 1.0 and JSON Feed 1.1
 */
export async function createFeed(
  site: Site,
  posts: readonly PostSummary[],
  getPost: (slug: string) => Promise<Post | undefined>,
): Promise<Feed> {
  const absoluteUrl = (path: string) => new URL(path, site.url).href
  const changed = (date: string) => instantOf(date, site.timeZone)
  const dated = posts.filter(({ date }) => date !== undefined)
  const feed = new Feed({
    id: absoluteUrl('/'),
    title: site.title,
    description: site.description,
    link: absoluteUrl('/'),
    language: site.language,
    author: { name: site.author.name, link: site.author.url },
    feedLinks: {
      rss: absoluteUrl('/rss.xml'),
      atom: absoluteUrl('/atom.xml'),
      json: absoluteUrl('/feed.json'),
    },
    updated: new Date(Math.max(0, ...dated.map((post) => changed(post.updated ?? post.date ?? '')))),
    generator: 'Quire',
  })
  for (const { slug } of dated.slice(0, newest)) {
    const post = await getPost(slug)
    if (post) addPost(feed, post, site)
  }
  return feed
}

function addPost(feed: Feed, post: Post, site: Site): void {
  const url = new URL(post.url, site.url).href
  const instant = (date = '') => new Date(instantOf(date, site.timeZone))
  feed.addItem({
    id: url,
    link: url,
    title: post.title,
    description: post.summary,
    content: toFeedHtml(post.body, url),
    date: instant(post.updated ?? post.date),
    published: instant(post.date),
    author: post.authors.map(({ name, url }) => ({ name, link: url })),
    category: post.tags.map(({ name }) => ({ name })),
  })
}
