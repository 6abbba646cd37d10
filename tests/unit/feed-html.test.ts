import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { toFeedHtml } from '../../lib/feed-html'
import { absoluteUrl } from '../../lib/urls'

function feed(html: string): string {
  return toFeedHtml(fromHtml(html, { fragment: true }), '/posts/a')
}

test('makes addresses of our own whole', () => {
  expect(feed('<a href="/posts/b#c">b</a><img src="/media/a.1.png" alt="">')).toBe(
    `<a href="${absoluteUrl('/posts/b#c')}">b</a><img src="${absoluteUrl('/media/a.1.png')}" alt="">`,
  )
})

test("leads a footnote to the text's own page", () => {
  expect(feed('<a href="#fn-1">1</a>')).toBe(`<a href="${absoluteUrl('/posts/a')}#fn-1">1</a>`)
})

test('leaves addresses of others as they are', () => {
  expect(feed('<a href="//b.example/x">x</a><a href="https://c.example/">y</a>')).toBe(
    '<a href="//b.example/x">x</a><a href="https://c.example/">y</a>',
  )
})

test('shows an embed as the plain text it holds, whole addresses included', () => {
  expect(feed('<x-embed provider="tweet" id="1"><p><a href="/x">A tweet</a></p></x-embed>')).toBe(
    `<p><a href="${absoluteUrl('/x')}">A tweet</a></p>`,
  )
})

test('leaves out the anchors of headings', () => {
  expect(feed('<h2 id="a"><a class="anchor" href="#a"></a>A</h2>')).toBe('<h2 id="a">A</h2>')
})

test('shows a formula as MathML alone', () => {
  expect(feed('<span class="katex"><math></math><span class="katex-html">x</span></span>')).toBe(
    '<span><math></math></span>',
  )
})

test('keeps the tree it was given', () => {
  const tree = fromHtml('<a href="/x">x</a>', { fragment: true })
  toFeedHtml(tree, '/posts/a')
  expect(toHtml(tree)).toBe('<a href="/x">x</a>')
})
