import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { makeBlog } from './make-blog'

const blog = makeBlog({
  site: { hub: 'https://hub.example/' },
  posts: [
    { slug: 'undated' },
    { slug: 'draft', date: '2024-03-01', draft: true, tags: ['Locks'] },
    {
      slug: 'new',
      title: 'A & B <c>',
      date: '2024-02-01',
      updated: '2024-02-03T10:00:00+02:00',
      tags: ['Locks', '日本語'],
    },
    { slug: 'ünïcode', date: '2024-01-15', series: 'Gates' },
    {
      slug: 'old',
      date: '2024-01-01',
      series: 'Gates',
      authors: [{ name: 'Ada', url: 'https://ada.example/' }],
    },
  ],
  texts: {
    new: '<p>Text &amp; more ]]&gt; <b>bold</b></p>',
    old: '<p>Old <a href="/about">link</a></p>',
  },
})

describe('the feed of all posts', () => {
  test('contains the newest published posts that have a date, in full', async () => {
    const items = (await blog.lists.createFeed())?.items ?? []
    expect(items.map(({ link }) => link)).toEqual([
      'https://lock.example/posts/new',
      'https://lock.example/posts/%C3%BCn%C3%AFcode',
      'https://lock.example/posts/old',
    ])
    expect(items[1]?.content).toBe('<p>The text of ünïcode.</p>')
  })

  test('is read the same from its three formats by an independent parser', async () => {
    const rss = parseRssFeed(await write('rss.xml'))
    const atom = parseAtomFeed(await write('atom.xml'))
    const json = parseJsonFeed(await write('feed.json'))
    const fromRss = rss.items?.map((item) => ({
      title: item.title,
      link: item.link,
      date: new Date(String(item.pubDate)).getTime(),
      content: item.content?.encoded,
    }))
    const fromAtom = atom.entries?.map((entry) => ({
      title: entry.title?.value,
      link: entry.links?.[0]?.href,
      date: new Date(String(entry.published)).getTime(),
      content: entry.content?.value,
    }))
    const fromJson = json.items?.map((item) => ({
      title: item.title,
      link: item.url,
      date: new Date(String(item.date_published)).getTime(),
      content: item.content_html,
    }))
    expect(fromRss).toHaveLength(3)
    expect(fromAtom).toEqual(fromRss)
    expect(fromJson).toEqual(fromRss)
    expect(fromRss?.[0]).toMatchObject({ title: 'A & B <c>', date: Date.UTC(2024, 1, 1) })
    expect(new Date(String(atom.entries?.[0]?.updated)).getTime()).toBe(Date.UTC(2024, 1, 3, 8))
    expect(rss.items?.map(({ dc }) => dc?.creators)).toEqual([['Mira'], ['Mira'], ['Ada']])
    expect(rss.title).toBe('The Lock')
    expect(atom.title?.value).toBe('The Lock')
    expect(json.title).toBe('The Lock')
  })

  test('is well-formed, names its style sheet and its hub', async () => {
    for (const format of ['rss.xml', 'atom.xml']) {
      const text = await write(format)
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => expect.fail(`${format}: ${error.message}`))
      parser.write(text).close()
      expect(text).toContain('<?xml-stylesheet href="/feed.css" type="text/css"?>')
      expect(text).toMatch(/https:\/\/hub\.example\/" rel="hub"|rel="hub" href="https:\/\/hub\.example\/"/)
    }
  })

  test('has what the Atom specification requires of feeds and entries', async () => {
    const atom = parseAtomFeed(await write('atom.xml'))
    expect(atom).toMatchObject({
      id: 'https://lock.example/',
      title: { value: 'The Lock' },
      updated: expect.any(String),
    })
    expect(atom.links).toContainEqual(
      expect.objectContaining({ rel: 'self', href: 'https://lock.example/atom.xml' }),
    )
    for (const entry of atom.entries ?? [])
      expect(entry).toMatchObject({ id: expect.any(String), updated: expect.any(String) })
  })

  test('is the same whenever it is built', async () => {
    expect(await write('rss.xml')).toBe(await write('rss.xml'))
    expect(await write('rss.xml')).toContain('<lastBuildDate>Sat, 03 Feb 2024')
  })
})

describe('the feed of a list', () => {
  test('contains the posts of a tag and no others', async () => {
    const feed = await blog.lists.createFeed('tags', '日本語')
    expect(feed?.items).toHaveLength(1)
    expect(feed?.options).toMatchObject({
      title: 'The Lock: Posts about 日本語',
      link: 'https://lock.example/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E',
      feedLinks: { rss: 'https://lock.example/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/rss.xml' },
    })
  })

  test('of a series starts with its newest part', async () => {
    const items = (await blog.lists.createFeed('series', 'gates'))?.items
    expect(items?.map(({ title }) => title)).toEqual(['The title of ünïcode', 'The title of old'])
  })

  test('of an author contains their posts', async () => {
    expect((await blog.lists.createFeed('authors', 'ada'))?.items).toHaveLength(1)
  })

  test('does not exist for an unknown list', async () => {
    for (const kind of ['tags', 'categories', 'authors', 'series'] as const)
      expect(await blog.lists.createFeed(kind, 'constructor')).toBeUndefined()
  })

  test('exists for each of a hundred tags with strange names', async () => {
    const strange = [
      'C++',
      '.NET',
      '日本語',
      'a/b',
      '🎉',
      'C#',
      '👩‍💻',
      'ñandú',
      'R&D',
      '50%',
      '"quoted"',
      '<b>',
      '?',
      '#',
    ]
    const names = [...strange, ...Array.from({ length: 100 - strange.length }, (_, index) => `tag ${index}!`)]
    const many = makeBlog({
      posts: names.map((name, i) => ({ slug: `p${i}`, date: '2024-01-01', tags: [name] })),
    })
    expect(many.lists.listFeedTerms('tags')).toHaveLength(100)
    for (const slug of many.lists.listFeedTerms('tags')) {
      const feed = await many.lists.createFeed('tags', slug)
      for (const { write } of FEED_FORMATS.values()) if (feed) expect(write(feed).length).toBeGreaterThan(100)
      expect(feed && parseRssFeed(feed.rss2()).items).toHaveLength(1)
    }
  })
})

async function write(format: string): Promise<string> {
  const feed = await blog.lists.createFeed()
  const text = feed && FEED_FORMATS.get(format)?.write(feed)
  if (!text) throw new Error(`There is no ${format}.`)
  return text
}
