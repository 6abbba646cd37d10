import { likenessOf } from '../urls/likeness'
import { findSection, matchTexts, toTerm } from './match-texts'
import type { SearchCard, SearchStore } from './search-store'
import { foldText } from './segment'

/**
 * Finds documents that contain every word of a query, anywhere; words may be parts of others, as in German compounds and
 * in scripts without spaces. Best first, newer before older. Reads all texts, one shard after the other, and lets
 * other requests be answered between two shards.
 * @param query as typed
 * @param limit of results
 */
export async function findDocuments(
  { list, ...store }: SearchStore,
  query: string,
  limit = 50,
): Promise<FoundDocument[]> {
  const terms = termsOf(query).map(toTerm)
  if (terms.length === 0) return []
  let best: Match[] = []
  let first = 0
  for (const [shard, size] of list.sizes.entries()) {
    const matches = matchTexts(await store.readTexts(shard), terms)
      .map(({ line, score, text }) => {
        const number = first + line
        return { number, score, text, date: list.dates[number] ?? '' }
      })
      .sort(compareMatches)
      .slice(0, limit)
      // The number of the section is kept, and not the text: that would keep the whole shard in memory.
      .map(({ text, ...match }) => ({ ...match, section: findSection(text, terms) }))
    best = [...best, ...matches].sort(compareMatches).slice(0, limit)
    first += size
  }
  const cards = await readCards(
    { list, ...store },
    best.map(({ number }) => number),
  )
  return best.flatMap(({ number, score, section }) => {
    const document = cards.get(number)
    return document ? [{ document, score, section: document.sections[section] }] : []
  })
}

/**
 * Documents whose URL is similar to one that does not exist, for the 404 page.
 * @param path as requested
 */
export async function findNearest(store: SearchStore, path: string, limit = 3): Promise<FoundDocument[]> {
  const nearest = store.list.urls
    .map((url, number) => ({ number, score: likenessOf(path, url) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
  const cards = await readCards(
    store,
    nearest.map(({ number }) => number),
  )
  return nearest.flatMap(({ number, score }) => {
    const document = cards.get(number)
    return document ? [{ document, score }] : []
  })
}

/** The words of a query, normalized like texts. Only the first ten words count. */
export function termsOf(query: string): string[] {
  return [
    ...new Set(
      foldText(query)
        .split(/[\s\p{Cc}"“”„«»]+/u)
        .filter(Boolean),
    ),
  ].slice(0, 10)
}

function compareMatches(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return a.number - b.number
}

/** What results show of documents, by the number of the document; each shard is read once. */
async function readCards(store: SearchStore, numbers: readonly number[]): Promise<Map<number, SearchCard>> {
  const cards = new Map<number, SearchCard>()
  let first = 0
  for (const [shard, size] of store.list.sizes.entries()) {
    const from = first
    const wanted = numbers.filter((number) => number >= from && number < from + size)
    first += size
    if (wanted.length === 0) continue
    const lines = (await store.readCards(shard)).split('\n')
    for (const number of wanted) {
      const line = lines[number - from]
      if (line) cards.set(number, JSON.parse(line))
    }
  }
  return cards
}

interface Ranked {
  /** Of the document, counted over all shards. */
  number: number
  score: number
  date: string
}

interface Match extends Ranked {
  /** Number of the first section that contains every word; -1 if none does. */
  section: number
}

export interface FoundDocument {
  document: SearchCard
  score: number
  /** The first section that contains every word. */
  section?: SearchCard['sections'][number]
}
