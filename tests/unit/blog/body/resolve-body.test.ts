import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { resolveBody } from '../../../../lib/blog/body/resolve-body'
import type { References } from '../../../../lib/model/content-index'

const references: References = {
  links: { '../b.md#end': '/posts/b#end' },
  pictures: {
    'a.png': { url: '/media/a.1.png', width: 4, height: 2 },
    'paper.pdf': { url: '/media/paper.2.pdf' },
  },
}

function resolve(html: string): string {
  return toHtml(resolveBody(html, references))
}

test('gives a link the current URL of its target', () => {
  expect(resolve('<a href="../b.md#end">b</a>')).toBe('<a href="/posts/b#end">b</a>')
})

test('points a link to a file at the copy that is served', () => {
  expect(resolve('<a href="paper.pdf">p</a>')).toBe('<a href="/media/paper.2.pdf">p</a>')
})

test('leaves an unresolved URL as it is', () => {
  expect(resolve('<a href="https://a.example/">a</a>')).toBe('<a href="https://a.example/">a</a>')
})

test('keeps the size that the author gave, and computes a missing side', () => {
  expect(resolve('<img src="a.png" width="2">')).toContain('width="2" height="1"')
  expect(resolve('<img src="a.png" height="1">')).toContain('height="1" width="2"')
  expect(resolve('<img src="a.png" width="9" height="9">')).toContain('width="9" height="9"')
  expect(resolve('<img src="a.png" width="50%">')).toContain('<img src="/media/a.1.png" width="50%" decoding')
})

test('remembers in which theme a picture is shown', () => {
  const pictures = { 'a.png#dark': { url: '/media/a.1.png' } }
  expect(toHtml(resolveBody('<img src="a.png#dark">', { links: {}, pictures }))).toContain(
    'src="/media/a.1.png#dark"',
  )
})

test('gives a picture its URL and its size', () => {
  expect(resolve('<img src="a.png" alt="">')).toBe(
    '<img src="/media/a.1.png" alt="" width="4" height="2" decoding="async">',
  )
})

test('loads all pictures but the first lazily', () => {
  expect(resolve('<img src="x" alt=""><img src="y" alt="">')).toBe(
    '<img src="x" alt="" decoding="async"><img src="y" alt="" decoding="async" loading="lazy">',
  )
})

test('gives the poster and the source of a video their URLs', () => {
  expect(resolve('<video poster="a.png"><source src="paper.pdf"></video>')).toBe(
    '<video poster="/media/a.1.png"><source src="/media/paper.2.pdf"></video>',
  )
})
