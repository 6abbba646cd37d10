import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CountedDocument, countWords, findRelated, type WordCounts } from '../../search/related'
import type { SearchDocument } from '../../search/search-document'
import { writeFileAtomic } from '../../write-file'
import { formatEntry, readEntry } from '../texts/cache-entry'

/**
 * Related posts, which are only compared again where a document has changed since the last build. Dividing texts into words
 * takes most of the time, so the words of each document are kept too: after an edit one text is divided.
 * @param folder of the cache, absolute
 * @param codeHash hash of the code that compares
 * @returns URLs by URL, and how many documents were divided into words
 */
export async function findRelatedPosts(
  folder: string,
  codeHash: string,
  documents: readonly SearchDocument[],
): Promise<{ related: Record<string, string[]>; counted: number }> {
  const keyed = documents.map((document) => ({ document, key: hashOf([codeHash, document]) }))
  const resultKey = hashOf(keyed.map(({ key }) => key))
  const resultFile = join(folder, 'related.json')
  const known = await readCached<Record<string, string[]>>(resultFile, resultKey)
  if (known) return { related: known, counted: 0 }
  const { documents: words, counted } = await countAll(folder, codeHash, keyed)
  const related = Object.fromEntries(findRelated(words))
  await writeFileAtomic(resultFile, formatEntry(resultKey, related))
  return { related, counted }
}

/** The words of all documents: those that the last build knew, and the others counted. */
async function countAll(
  folder: string,
  codeHash: string,
  keyed: readonly KeyedDocument[],
): Promise<{ documents: CountedDocument[]; counted: number }> {
  const words = new Map<string, WordCounts>()
  let counted = 0
  for (let number = 0; number < FILES; number++) {
    const wanted = keyed.filter(({ document }) => fileOf(document.url) === number)
    const file = join(folder, `words-${number}.json`)
    const known = new Map((await readCached<[string, WordCounts][]>(file, codeHash)) ?? [])
    const found = wanted.map(({ key, document }): [string, WordCounts] => {
      const counts = known.get(key)
      if (counts) return [key, counts]
      counted++
      return [key, countWords(document)]
    })
    for (const [key, counts] of found) words.set(key, counts)
    if (found.length !== known.size || found.some(([key]) => !known.has(key)))
      await writeFileAtomic(file, formatEntry(codeHash, found))
  }
  const documents = keyed.flatMap(({ document, key }) => {
    const counts = words.get(key)
    return counts ? [{ url: document.url, lang: document.lang, ...counts }] : []
  })
  return { documents, counted }
}

/** Few enough to be read quickly, enough that an edit of one post of ten thousand rewrites half a megabyte. */
const FILES = 64

function fileOf(url: string): number {
  return createHash('sha256').update(url).digest().readUInt8(0) % FILES
}

async function readCached<Value extends object>(file: string, key: string): Promise<Value | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  return content === undefined ? undefined : readEntry<Value>(content, key)
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

interface KeyedDocument {
  document: SearchDocument
  /** Hash of everything that its comparison depends on. */
  key: string
}
