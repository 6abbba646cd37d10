import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { readRouteParam } from '@/lib/blog/route-param'
import { makeBlog } from './make-blog'

const PARTS = [
  'C++',
  'C#',
  '.NET',
  '日本語',
  'a/b',
  '🎉',
  '<b>&',
  'x"y',
  'ß',
  'naïve',
  'عربي',
  'עברית',
  '100%',
  '?',
  '#',
]

/** A hundred realistic and hostile tag names. */
const NAMES = [
  ...PARTS,
  ...['constructor', '__proto__', 'toString', '..', '%2e%2e', 'index', 'page', 'rss.xml', ' ', "it's", ']]>'],
  ...PARTS.flatMap((a, at) => PARTS.slice(at + 1).map((b) => `${a} ${b}`)),
].slice(0, 100)

test('a hundred tags with strange names have pages and feeds that open', async () => {
  const blog = makeBlog({
    posts: NAMES.map((name, at) => ({ slug: `post-${at}`, date: '2024-01-01', tags: [name] })),
  })
  const tags = blog.lists.listTags()
  // A name that consists of spaces is not a tag.
  expect(tags.reduce((sum, { count }) => sum + count, 0)).toBe(NAMES.filter((name) => name.trim()).length)
  expect(new Set(tags.map(({ url }) => url)).size).toBe(tags.length)
  for (const { name, url } of tags) {
    // As a browser sends it, and as a route receives it.
    const segment = new URL(url, 'https://lock.example').pathname.split('/')[2] ?? ''
    const slug = readRouteParam(segment)
    const list = blog.lists.getTermList('tags', slug)
    expect(list?.name, url).toBe(name)
    const feed = await blog.lists.createFeed('tags', slug)
    if (!feed || !list) throw new Error(`There is no feed of ${name}.`)
    const write = (format: string) => FEED_FORMATS.get(format)?.write(feed) ?? ''
    expect(parseRssFeed(write('rss.xml')).items).toHaveLength(list.count)
    expect(parseAtomFeed(write('atom.xml')).entries).toHaveLength(list.count)
    expect(parseJsonFeed(write('feed.json')).items).toHaveLength(list.count)
  }
})
