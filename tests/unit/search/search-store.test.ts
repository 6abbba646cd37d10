import { expect, test } from 'vitest'
import { findDocuments, findNearest, termsOf } from '@/lib/search/find'
import type { SearchDocument } from '@/lib/search/search-document'
import { divideDocuments, packShard } from '@/lib/search/search-store'
import { foldText } from '@/lib/search/segment'
import { inventSearchDocuments } from '../../bench/search-documents'
import { storeOf } from './store-of'

const documents = inventSearchDocuments(400)
const store = storeOf(documents)

test('shards of many documents are about a megabyte, and their number grows with the texts', () => {
  expect(store.list.sizes.length).toBeGreaterThan(2)
  for (const shard of divideDocuments(documents)) {
    const { texts, cards } = packShard(shard)
    expect(Buffer.byteLength(texts)).toBeLessThan(4_000_000)
    expect(Buffer.byteLength(cards)).toBeLessThan(4_000_000)
  }
})

test.each(['harbour', 'the', 'cache tide', 'a', 'lighthou', 'zzz', documents[9]?.title.slice(1, 3) ?? ''])(
  'documents in shards give for %j the same answers as a search through all of them',
  async (query) => {
    const found = await findDocuments(store, query)
    expect(found.map(({ document, score }) => [document.url, score])).toEqual(searchAll(query))
    for (const { document, section } of found) {
      const original = documents.find(({ url }) => url === document.url)
      const first = original?.sections.find(({ heading, text }) => contains(`${heading} ${text}`, query))
      expect(section?.heading).toBe(first?.heading)
      expect(section?.text).toBe(first?.text.slice(0, 300))
    }
  },
)

test('a document of any shard can be the nearest to a URL', async () => {
  for (const document of [documents[0], documents[200], documents[399]]) {
    const [nearest] = await findNearest(store, `${document?.url}x`)
    expect(nearest?.document.title).toBe(document?.title)
  }
})

test('characters that separate the stored fields find nothing and break nothing', async () => {
  const odd = { ...(documents[0] ?? fail()), title: 'one\u001Ftwo\u001Ethree\nfour' }
  const [found] = await findDocuments(storeOf([odd]), 'four one')
  expect(found?.document.title).toBe(odd.title)
  expect(await findDocuments(store, '\u001F')).toEqual([])
})

/** URLs and scores by the definition: every word somewhere, weighed by where it is. */
function searchAll(query: string): [string, number][] {
  return documents
    .map((document): [SearchDocument, number] => [document, scoreOf(document, query)])
    .filter(([, score]) => score > 0)
    .sort(([a, x], [b, y]) => y - x || ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .slice(0, 50)
    .map(([{ url }, score]) => [url, score])
}

function scoreOf(document: SearchDocument, query: string): number {
  const scores = termsOf(query).map((term) =>
    foldedFields(document).reduce((sum, [text, weight]) => {
      if (!text.includes(term)) return sum
      return sum + weight * (text.includes(` ${term}`) ? 1 : 0.5)
    }, 0),
  )
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

function foldedFields(document: SearchDocument): [text: string, weight: number][] {
  const known = folded.get(document)
  if (known) return known
  const { title, sections, tags, summary } = document
  const fields: [string, number][] = [
    [title, 8],
    [sections.map(({ heading }) => heading).join(' '), 4],
    [tags.join(' '), 4],
    [summary, 2],
    [sections.map(({ text }) => text).join(' '), 1],
  ]
  const found = fields.map(([text, weight]): [string, number] => [` ${foldText(text)}`, weight])
  folded.set(document, found)
  return found
}

const folded = new Map<SearchDocument, [text: string, weight: number][]>()

function contains(text: string, query: string): boolean {
  return termsOf(query).every((term) => foldText(text).includes(term))
}

function fail(): never {
  throw new Error('There are no documents.')
}
