import { likenessOf } from '../urls/likeness'
import type { SearchDocument } from './search-document'
import { foldText } from './segment'

/**
 * Finds documents that contain every word of a query, anywhere; words may be parts of others, as in German compounds and
 * in scripts without spaces. Best first.
 * @param documents to search
 * @param query as typed
 * @param limit of results
 */
export function findDocuments(
  documents: readonly SearchDocument[],
  query: string,
  limit = 50,
): FoundDocument[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  return documents
    .flatMap((document) => {
      const score = scoreOf(foldedOf(document), terms)
      return score > 0 ? [{ document, score, section: bestSection(document, terms) }] : []
    })
    .sort((a, b) => b.score - a.score || ((a.document.date ?? '') < (b.document.date ?? '') ? 1 : -1))
    .slice(0, limit)
}

/** The words of a query, normalized like texts. Only the first ten words count. */
export function termsOf(query: string): string[] {
  return [
    ...new Set(
      foldText(query)
        .split(/[\s"“”„«»]+/u)
        .filter(Boolean),
    ),
  ].slice(0, 10)
}

/** 0 if a term is missing. A title counts more than a heading or tag, and these count more than the text. */
function scoreOf(folded: Folded, terms: readonly string[]): number {
  let score = 0
  for (const term of terms) {
    const found = WEIGHTS.reduce((sum, [part, weight]) => sum + weight * matchOf(folded[part], term), 0)
    if (found === 0) return 0
    score += found
  }
  return score
}

/** 1 at the beginning of a word, less within one. */
function matchOf(text: string, term: string): number {
  const at = text.indexOf(term)
  if (at < 0) return 0
  return at === 0 || text.includes(` ${term}`) ? 1 : 0.5
}

function bestSection(document: SearchDocument, terms: readonly string[]): FoundDocument['section'] {
  return document.sections.find(({ heading, text }) => {
    const folded = foldText(`${heading} ${text}`)
    return terms.every((term) => folded.includes(term))
  })
}

function foldedOf(document: SearchDocument): Folded {
  const known = cache.get(document)
  if (known) return known
  const folded: Folded = {
    title: foldText(document.title),
    headings: foldText(document.sections.map(({ heading }) => heading).join(' ')),
    tags: foldText(document.tags.join(' ')),
    summary: foldText(document.summary),
    text: foldText(document.sections.map(({ text }) => text).join(' ')),
  }
  cache.set(document, folded)
  return folded
}

const cache = new WeakMap<SearchDocument, Folded>()

const WEIGHTS: readonly [keyof Folded, number][] = [
  ['title', 8],
  ['headings', 4],
  ['tags', 4],
  ['summary', 2],
  ['text', 1],
]

interface Folded {
  title: string
  headings: string
  tags: string
  summary: string
  text: string
}

export interface FoundDocument {
  document: SearchDocument
  score: number
  /** The first section that contains every word. */
  section?: SearchDocument['sections'][number]
}

/**
 * Documents whose URL is similar to one that does not exist, for the 404 page.
 * @param path as requested
 */
export function findNearest(documents: readonly SearchDocument[], path: string, limit = 3): FoundDocument[] {
  return documents
    .map((document) => ({ document, score: likenessOf(path, document.url) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}
