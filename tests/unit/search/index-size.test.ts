import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { runPagefind } from '@/lib/build/search/pagefind'
import { inventSearchDocuments } from '../../bench/search-documents'

const documents = inventSearchDocuments(500)
const files = await runPagefind(documents, 'en')

test('a query of three words loads at most 300 KB at ten thousand posts', () => {
  const scripts =
    sum(/pagefind(?:-worker)?\.js$/, (content) => gzipSync(content).length) + sum(/wasm\.en\.pagefind$/)
  // The list of documents and of files of words: both grow with the posts.
  const list = (sum(/\.pf_meta$/) / documents.length) * 10_000
  const words = sizesOf(/\.pf_index$/)
  const texts = sizesOf(/\.pf_fragment$/)
  const typical = scripts + list + 3 * mean(words) + 8 * mean(texts)
  expect(typical).toBeLessThan(300_000)
})

test('no file of words is large, however frequent a word is', () => {
  const sizes = sizesOf(/\.pf_index$/)
  expect(sizes.length).toBeGreaterThan(20)
  expect(Math.max(...sizes)).toBeLessThan(40_000)
})

function sizesOf(name: RegExp): number[] {
  return files.filter(({ path }) => name.test(path)).map(({ content }) => content.length)
}

function sum(name: RegExp, measure = (content: Uint8Array) => content.length): number {
  const found = files.filter(({ path }) => name.test(path))
  expect(found.length).toBeGreaterThan(0)
  return found.reduce((total, { content }) => total + measure(content), 0)
}

function mean(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0) / sizes.length
}
