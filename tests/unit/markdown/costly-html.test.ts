import { describe, expect, test } from 'vitest'
import { htmlToMarkdown } from '@/lib/import/html/html-to-markdown'
import { isCostlyHtml } from '@/lib/markdown/limits/costly-html'
import { readMention } from '@/lib/responses/mentions/read-mention'
import { expectQuick } from '../../cpu-time'

const HOSTILE: [name: string, html: string][] = [
  ['elements in elements', '<div>'.repeat(100_000)],
  ['elements that close themselves in no browser', '<div/>'.repeat(100_000)],
  ['formatting that each paragraph repeats', `${numbered('<b class=x', '>')}${'<p>a'.repeat(20_000)}`],
  ['lists in lists', '<ul><li>'.repeat(50_000)],
]

describe.each(HOSTILE)('%s', (_, html) => {
  test('is found before it is parsed', () => {
    expect(isCostlyHtml(html)).toBe(true)
  })

  test('is no mention, and does not end the reading of others', () => {
    const link = '<a href="https://lock.example/posts/tide">x</a>'
    const targets = new Set(['https://lock.example/posts/tide'])
    expect(readMention(link + html, 'https://a.example/', targets)).toBeUndefined()
    expect(readMention(link, 'https://a.example/', targets)).toMatchObject({ kind: 'mention' })
  })

  test('is imported as it is', () => {
    expect(htmlToMarkdown(html).markdown).toBe(html)
  })
})

test.each([
  ['paragraphs and items that nothing closes', `<ul>${'<li>a<p>b'.repeat(20_000)}</ul>`],
  ['a long table', `<table>${'<tr><td>a<td>b'.repeat(20_000)}</table>`],
  ['many short elements', '<div><b>a</b><br><img src=a></div>'.repeat(20_000)],
  ['a drawing', `<svg>${'<path d="M0"/>'.repeat(20_000)}</svg>`],
  ['code that looks like elements', `<script>${'"<div>"'.repeat(20_000)}</script>`],
])('%s are what pages have', (_, html) => {
  expect(isCostlyHtml(html)).toBe(false)
})

// A square of this many would take minutes.
test.each(['<div', '<', '<a b="', '</', '<!--', '<script>', '<p></p>'])(
  '%j takes no longer than its size allows',
  async (piece) => {
    await expectQuick(() => isCostlyHtml(piece.repeat(200_000)), 3000)
  },
)

function numbered(before: string, after: string): string {
  return Array.from({ length: 20_000 }, (_, index) => before + index + after).join('')
}
