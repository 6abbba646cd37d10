import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { resolveRouteData } from 'next/dist/build/webpack/loaders/metadata/resolve-route-data'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { jsonLdOf } from '@/lib/blog/machines/json-ld'
import { describeSitemap } from '@/lib/blog/machines/sitemap'
import { readXml } from '../blog/read-xml'
import { blogOf, slugOf, TEXTS } from './hostile-texts'

/** For each format, a function that writes a text and checks what a reader of the format finds. */
const SINKS: Record<string, (text: string) => void | Promise<void>> = {
  'an RSS feed': (text) => expectFeed('rss.xml', text),
  'an Atom feed': (text) => expectFeed('atom.xml', text),
  'a JSON feed': async (text) => {
    const { items } = JSON.parse(await writeFeed('feed.json', text))
    expect(items).toHaveLength(1)
    expect(items[0].title).toBe(text)
  },
  'JSON-LD in a page': async (text) => {
    const post = await blogOf(text).getPost(slugOf(text))
    if (!post) throw new Error('There is no post.')
    const page = fromHtml(
      `<head><script type="application/ld+json">${jsonLdOf(blogOf(text).site, post)}</script></head>`,
    )
    const scripts: string[] = []
    visit(page, 'element', (element) => {
      if (element.tagName === 'script') scripts.push(textOf(element))
      expect(['html', 'head', 'body', 'script']).toContain(element.tagName)
    })
    expect(scripts).toHaveLength(1)
    expect(JSON.parse(scripts[0] ?? '')['@graph'][0].headline).toBe(text)
  },
  'the sitemap': (text) => {
    const xml = resolveRouteData(describeSitemap(blogOf(text)), 'sitemap')
    const urls = readXml(xml, 'loc')
    expect(urls).toContain(`https://lock.example/posts/${encodeURIComponent(slugOf(text))}`)
    for (const url of urls) expect(new URL(url).host).toBe('lock.example')
  },
}

describe.each(Object.entries(SINKS))('%s', (_, check) => {
  test.each(Object.entries(TEXTS))('contains %s as text', async (_, text) => {
    await check(text)
  })
})

async function writeFeed(name: string, text: string): Promise<string> {
  const feed = await blogOf(text).lists.createFeed()
  const format = FEED_FORMATS.get(name)
  if (!feed || !format) throw new Error('There is no feed.')
  return format.write(feed)
}

async function expectFeed(name: string, text: string): Promise<void> {
  const titles = readXml(await writeFeed(name, text), 'title')
  expect(titles).toHaveLength(2)
  const plain = text.replaceAll(NOT_XML, '\uFFFD').replaceAll(']]>', ']] >')
  for (const title of titles) expect(lines(title)).toContain(lines(plain))
}

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** XML normalizes all line endings. */
function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim()
}
