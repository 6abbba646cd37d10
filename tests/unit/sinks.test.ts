/**
 * Everything that the project writes in a grammar of its own, with the same texts in it: whatever an author or a reader
 * wrote, a reader of that grammar finds it as text, in its place, and nothing else.
 */
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainTextOf } from 'mdast-util-to-string'
import { resolveRouteData } from 'next/dist/build/webpack/loaders/metadata/resolve-route-data'
import nodemailer from 'nodemailer'
import PostalMime from 'postal-mime'
import { SaxesParser } from 'saxes'
import sharp from 'sharp'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { jsonLdOf } from '@/lib/blog/machines/json-ld'
import { toLlmsText, toMarkdownText } from '@/lib/blog/machines/markdown-text'
import { describeSitemap } from '@/lib/blog/machines/sitemap'
import { formatSarif } from '@/lib/check/format-sarif'
import { formatSourceLine } from '@/lib/check/format-source-line'
import { formatSurvey } from '@/lib/compat/format-survey'
import { formatGithubAnnotation, formatProblem, type Problem } from '@/lib/model/problem'
import { newsletterMail } from '@/lib/responses/newsletter/send-newsletter'
import { Signer } from '@/lib/responses/signing'
import { toIndexHtml } from '@/lib/search/index-html'
import type { SearchDocument } from '@/lib/search/search-document'
import { drawCard } from '@/lib/share-images/draw-card'
import { SHARE_IMAGE_SIZE, shareImageUrl, toShareCard } from '@/lib/share-images/share-card'
import { readShareColors } from '@/lib/share-images/theme-colors'
import { slugify } from '@/lib/urls/slug'
import { makeBlog } from './blog/make-blog'

const TEXTS: Record<string, string> = {
  'control characters': 'a\u0000b\u0007c\u0008d\u000be\u000cf\u007fg\u0085h',
  'the end of a script': '</script><script>alert(1)</script>',
  'the end of a title and of a text': '</title></textarea></style>--></a><img src=x onerror=alert(1)>',
  'the end of CDATA': 'a]]>b]]>c',
  'line endings': 'a\r\nBcc: x@evil.example\r\n\r\nb\nc\rd\u2028e\u2029f',
  'escape sequences':
    '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u009b2J',
  'a command of a runner':
    '::error file=x::forged\n::set-output name=a::b ##[set-output name=a]b %0A::stop-commands::x',
  'halves of surrogate pairs': 'a\ud800b\udc00c',
  'marks of direction': 'a\u202eb\u2066c\u200fd',
  'references of XML and HTML': '&lt;b&gt; &amp;amp; &#0; &#x3c;i> &y;',
  'a document type': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]>',
  'notation of Markdown':
    '# a [b](javascript:alert(1)) ![c](d) `e` **f** | g <!-- h --> [i]: j\n\n---\n\n- k',
  quotes: `"'\`\\ "onmouseover="alert(1) {{ x }} {% y %} \${z}`,
  'characters outside the first plane': '🎉 潮 \u{10ffff} \uffff \ufffe',
  'a URL': 'javascript:alert(1)//https://x.example/?a=1&b=<c>#d e',
}

/** Each says what it writes and how a reader of its grammar checks it. */
const SINKS: Record<string, (text: string) => void | Promise<void>> = {
  terminal: (text) => {
    expectPrintable(formatProblem(problemOf(text)))
  },
  'a line of the source on a terminal': (text) => {
    const lines = formatSourceLine([text], problemOf(text)).split('\n')
    for (const line of lines) expectPrintable(line)
    expect(lines.length).toBeLessThanOrEqual(2)
  },
  'a survey on a terminal': (text) => {
    const extraKeys = Object.fromEntries([[text, 1]])
    const survey = formatSurvey({
      ...EMPTY_SURVEY,
      extraKeys,
      problems: [problemOf(text)],
      renamed: [{ file: text, from: text, to: text }],
    })
    for (const line of survey.split('\n')) expectPrintable(line)
    expect(survey.split('\n')).toHaveLength(
      formatSurvey({
        ...EMPTY_SURVEY,
        extraKeys: { a: 1 },
        problems: [problemOf('a')],
        renamed: [{ file: 'a', from: 'a', to: 'a' }],
      }).split('\n').length,
    )
  },
  'an annotation of GitHub': (text) => {
    const line = formatGithubAnnotation(problemOf(text))
    expectPrintable(line)
    const [, place = '', message = ''] = /^::error ([^:]*)::(.*)$/.exec(line) ?? []
    expect(place.split(',').map((property) => property.split('=')[0])).toEqual([
      'file',
      'line',
      'col',
      'title',
    ])
    const written = message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
    for (const word of wordsOf(text)) expect(written).toContain(word)
  },
  SARIF: (text) => {
    const [result] = JSON.parse(formatSarif([problemOf(text)])).runs[0].results
    expect(result.message.text).toBe(`${text} Hint: ${text}`)
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w%.!~*'()/-]*$/)
  },
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
  'the headers of a redirect': (text) => {
    const redirects = blogOf(text).listRedirects()
    expect(redirects.size).toBeGreaterThan(0)
    for (const location of redirects.values()) {
      expect(new Response(null, { status: 308, headers: { location } }).headers.get('location')).toBe(
        location,
      )
      expect(location).toMatch(/^[\u0021-\u007e]+$/)
    }
  },
  'an e-mail': async (text) => {
    const post = await blogOf(text).getPost(slugOf(text))
    if (!post) throw new Error('There is no post.')
    const mail = newsletterMail(
      SIGNER,
      post,
      { id: 'a', email: 'ada@readers.example' },
      { from: 'Lock <post@lock.example>', origin: 'https://lock.example', title: text },
    )
    const { message } = await nodemailer
      .createTransport({ streamTransport: true, buffer: true })
      .sendMail(mail)
    const read = await PostalMime.parse(message as Buffer)
    expect(read.to?.map(({ address }) => address)).toEqual(['ada@readers.example'])
    expect([read.bcc, read.cc]).toEqual([undefined, undefined])
    expect(read.headers.map(({ key }) => key).sort()).toEqual(MAIL_HEADERS)
    for (const word of wordsOf(text)) expect(read.subject).toContain(word)
    visit(fromHtml(read.html ?? ''), 'element', ({ tagName }) => expect(MAIL_ELEMENTS).toContain(tagName))
  },
  'the search index': (text) => {
    const document = {
      slug: 'a',
      url: '/a',
      title: text,
      summary: text,
      tags: [text],
      sections: [{ id: 'a', heading: text, text }],
    }
    const html = toIndexHtml(document as unknown as SearchDocument, 'en')
    expect(html).not.toMatch(/\p{Cs}/u)
    const tree = fromHtml(html)
    visit(tree, 'element', ({ tagName }) =>
      expect(['html', 'head', 'body', 'main', 'h1', 'h2', 'p', 'span']).toContain(tagName),
    )
    for (const word of wordsOf(text)) expect(textOf(tree)).toContain(word)
  },
  'a share image': async (text) => {
    const card = toShareCard(
      { title: text, author: { name: text }, language: 'en' },
      { title: text, date: '2024-05-08' },
    )
    expect(shareImageUrl(`posts/${slugOf(text)}`, card, COLORS)).toMatch(
      /^\/og\/posts\/[\w%~.-]+\/[\da-f]{16}\.png$/,
    )
    const { format, width, height } = await sharp(await drawCard(card, COLORS)).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', ...SHARE_IMAGE_SIZE })
  },
  'llms.txt': (text) => {
    const { site } = blogOf(text)
    const tree = fromMarkdown(toLlmsText(site, [{ title: text, url: '/posts/a', summary: text }]))
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'blockquote', 'heading', 'list'])
    expectTextOnly(tree, text, ['https://lock.example/posts/a.md'])
  },
  'a post as Markdown': async (text) => {
    const post = await blogOf(text).getPost(slugOf(text))
    if (!post) throw new Error('There is no post.')
    const tree = fromMarkdown(await toMarkdownText(blogOf(text).site, post))
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph'])
    expectTextOnly(tree, text, [])
  },
}

describe.each(Object.entries(SINKS))('%s', (_, check) => {
  test.each(Object.entries(TEXTS))('contains %s as text', async (_, text) => {
    await check(text)
  })
})

const SIGNER = new Signer(Buffer.from('key'))

const COLORS = readShareColors('')

const MAIL_HEADERS = [
  'content-type',
  'date',
  'from',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'precedence',
  'subject',
  'to',
]

const MAIL_ELEMENTS = ['html', 'head', 'meta', 'title', 'body', 'div', 'p', 'h1', 'a', 'hr']

const EMPTY_SURVEY = {
  blogs: [],
  posts: 1,
  pages: 0,
  drafts: 0,
  dated: 1,
  tagged: 0,
  frontMatter: {},
  features: {},
  embeds: {},
  pictures: { found: 0, missing: 0, elsewhere: 0 },
  addresses: 0,
  links: { leading: 0, guessed: 0, dead: 0, deadAnchors: 0 },
  extraKeys: {},
  renamed: [],
  problems: [],
}

function problemOf(text: string): Problem {
  return {
    severity: 'error',
    rule: 'a/b',
    file: text,
    line: 1,
    column: 3,
    message: text,
    hint: `Hint: ${text}`,
  }
}

function slugOf(text: string): string {
  return slugify(text) || 'post'
}

function blogOf(text: string) {
  return makeBlog({
    posts: [
      {
        slug: slugOf(text),
        title: text,
        date: '2024-05-08',
        summary: text,
        tags: [text],
        categories: [text],
        authors: [{ name: text }],
        series: text,
        aliases: ['/old'],
        image: { src: 'a' },
        pictures: {
          a: { url: `/_quire/media/${encodeURIComponent(slugOf(text))}&a.png`, width: 1, height: 1 },
        },
      },
    ],
    site: { title: text, description: text, author: { name: text }, smartPunctuation: false },
  })
}

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

/** XML reads every line ending as one. */
function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim()
}

/** @returns the texts of all elements of one name. @throws if the XML is not well-formed */
function readXml(xml: string, element: string): string[] {
  const texts: string[] = []
  let open = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    open = name
    if (name === element) texts.push('')
  })
  const add = (text: string) => {
    if (open === element) texts[texts.length - 1] += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open = ''
  })
  parser.write(xml).close()
  return texts
}

function expectPrintable(line: string): void {
  expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|##\[/u)
}

/** Links of ours and no others, no HTML, and every word of the text. */
function expectTextOnly(tree: Nodes, text: string, links: string[]): void {
  const found: string[] = []
  visit(tree, (node) => {
    expect(['html', 'image', 'code', 'inlineCode', 'strong', 'definition', 'thematicBreak']).not.toContain(
      node.type,
    )
    if (node.type === 'link') found.push(node.url)
  })
  expect(found).toEqual(links)
  for (const word of wordsOf(text)) expect(plainTextOf(tree)).toContain(word)
}

/** Words that no grammar has a reason to change. */
function wordsOf(text: string): string[] {
  return text.match(/[a-z]{3,}/gi) ?? []
}
