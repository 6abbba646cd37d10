/** Every feed is valid in its format, whatever an author wrote. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { makeBlog } from './make-blog'
import { jsonFeedSchema } from './schemas/json-feed'

const SCHEMAS = join('tests', 'unit', 'blog', 'schemas')

const isInstalled = spawnSync('xmllint', ['--version']).status === 0

const STRANGE = ['C++', '.NET', '日本語', 'a/b', '🎉', 'x"y', "it's", '<b>', '&amp;', ']]>', '\u0000', 'C#']

const blogs = {
  'of one post': makeBlog({ posts: [{ slug: 'a', date: '2024-01-01' }] }),
  'without posts': makeBlog(),
  'with all that a post can have': makeBlog({
    site: {
      hub: 'https://hub.example/',
      author: { name: 'Mira', url: 'https://mira.example/' },
      language: 'pt-BR',
    },
    posts: STRANGE.map((name, at) => ({
      slug: `post-${at}`,
      title: `The ${name} title`,
      summary: `About ${name}.`,
      date: at % 2 ? `2024-01-0${(at % 9) + 1}T10:00:00+05:30` : `2024-02-0${(at % 9) + 1}`,
      updated: '2024-05-05T00:00:00Z',
      tags: STRANGE,
      categories: [name],
      series: 'Gates',
      authors: [{ name: `Ada ${name}`, url: 'https://ada.example/?a=1&b=2' }, { name: 'Ben' }],
    })),
    texts: {
      'post-0':
        '<p>Text ]]&gt; &amp; <a href="/x?a=1&amp;b=2">more</a> \u{1F389}</p><pre><code>&lt;b&gt;</code></pre>',
    },
  }),
}

describe.each(Object.entries(blogs))('the feed of a blog %s', (_, blog) => {
  test.skipIf(!isInstalled).each(['rss', 'atom'])(
    '%s is valid according to its schema (skipped if xmllint is not installed)',
    async (format) => {
      const { status, stderr } = validate(format, await write(blog, `${format}.xml`))
      expect(stderr.trim()).toBe('- validates')
      expect(status).toBe(0)
    },
  )

  test('JSON Feed is valid according to its specification', async () => {
    const { error } = jsonFeedSchema.safeParse(JSON.parse(await write(blog, 'feed.json')))
    expect(error?.issues).toBeUndefined()
  })
})

test.skipIf(!isInstalled).each([
  ['rss', '<rss version="2.0"><channel><title>A</title><link>https://a.example/</link></channel></rss>'],
  ['rss', '<rss version="2.0"><channel><title>A</title><link>/a</link><description/></channel></rss>'],
  [
    'rss',
    '<rss version="2.0"><channel><title>A</title><link>https://a.example/</link><description/><pubDate>2024-01-01</pubDate></channel></rss>',
  ],
  ['atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>a</id></feed>'],
  [
    'atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>a</id><updated>2024-01-01</updated></feed>',
  ],
])('the schema of %s rejects %s', (format, xml) => {
  expect(validate(format, xml).status).not.toBe(0)
})

function validate(format: string, xml: string) {
  return spawnSync('xmllint', ['--nonet', '--noout', '--relaxng', join(SCHEMAS, `${format}.rng`), '-'], {
    input: xml,
    encoding: 'utf8',
    timeout: 120_000,
  })
}

async function write(blog: ReturnType<typeof makeBlog>, name: string): Promise<string> {
  const feed = await blog.lists.createFeed()
  const format = FEED_FORMATS.get(name)
  if (!feed || !format) throw new Error('There is no feed.')
  return format.write(feed)
}
