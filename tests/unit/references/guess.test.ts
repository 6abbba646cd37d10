import { expect, test } from 'vitest'
import { findNearest } from '../../../lib/references/guess'
import type { LinkTarget } from '../../../lib/references/link-index'

test('suggests the document with the most similar slug or title', () => {
  const targets = [target('rope-and-knots', 'Rope'), target('the-tide-at-our-harbour', 'The tide')]
  expect(findNearest('/posts/the-tide-at-our-harbor', targets)).toBe(targets[1])
  expect(findNearest('/2014/05/knots-and-rope', targets)).toBe(targets[0])
})

test('suggests nothing that shares less than half', () => {
  expect(findNearest('/posts/weather', [target('rope-and-knots', 'Rope')])).toBeUndefined()
})

test('suggests the first of two equally similar documents', () => {
  const targets = [target('tide-a', 'A'), target('tide-b', 'B')]
  expect(findNearest('/tide-c', targets)).toBe(targets[0])
})

test('the words of a document are read once, however many links are broken', () => {
  let reads = 0
  const counted = target('rope-and-knots', 'Rope')
  Object.defineProperty(counted.document.staged, 'title', {
    get: () => {
      reads += 1
      return 'Rope'
    },
  })
  for (let link = 0; link < 10; link++) findNearest(`/broken-${link}`, [counted])
  expect(reads).toBe(1)
})

function target(slug: string, title: string): LinkTarget {
  return { kind: 'post', document: { staged: { slug, title } } } as LinkTarget
}
