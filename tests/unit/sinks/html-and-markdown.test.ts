import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainTextOf } from 'mdast-util-to-string'
import nodemailer from 'nodemailer'
import PostalMime from 'postal-mime'
import sharp from 'sharp'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { toLlmsText, toMarkdownText } from '@/lib/blog/machines/markdown-text'
import { newsletterMail } from '@/lib/responses/newsletter/send-newsletter'
import { Signer } from '@/lib/responses/signing'
import { toIndexHtml } from '@/lib/search/index-html'
import type { SearchDocument } from '@/lib/search/search-document'
import { drawCard } from '@/lib/share-images/draw-card'
import { SHARE_IMAGE_SIZE, shareImageUrl, toShareCard } from '@/lib/share-images/share-card'
import { readShareColors } from '@/lib/share-images/theme-colors'
import { blogOf, slugOf, TEXTS, wordsOf } from './hostile-texts'

/** For each format, a function that writes a text and checks what a reader of the format finds. */
const SINKS: Record<string, (text: string) => void | Promise<void>> = {
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
    const html = toIndexHtml(document as unknown as SearchDocument, { lang: 'en', frequent: new Set() })
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

/** Only our own links, no HTML, and every word of the text. */
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
