import type { SearchDocument } from './search-document'
import { foldText } from './segment'
import { wordsOf } from './words'

/**
 * For each document the most similar others in its language: the cosine of their words, each weighted by its rarity
 * (TF-IDF). Tags and titles count as several words. Only the words with the most weight are compared, so that ten
 * thousand documents take seconds.
 * @param documents with what `countWords` returns for each
 * @returns URLs by URL, the most similar first
 */
export function findRelated(documents: readonly CountedDocument[], count = RELATED): Map<string, string[]> {
  const { texts, names, holders } = numberWords(documents)
  const languages = documents.map(({ lang }) => lang.split('-')[0])
  const vectors = texts.map((text) => weigh(text, { names, holders, total: documents.length }))
  const postings = listPostings(vectors, names.length)
  const likeness = new Float64Array(documents.length)
  return new Map(
    documents.map(({ url }, index) => {
      likeness.fill(0)
      for (const { word, weight } of vectors[index] ?? []) addProducts(likeness, postings[word], weight)
      const found = findGreatest(likeness, count, (other) => {
        return other !== index && languages[other] === languages[index]
      })
      return [url, found.flatMap((other) => documents[other]?.url ?? [])]
    }),
  )
}

/** For each word the documents that are compared by it. */
function listPostings(vectors: readonly WeighedWord[][], words: number): Postings[] {
  const postings = Array.from({ length: words }, (): Postings => ({ documents: [], weights: [] }))
  for (const [index, vector] of vectors.entries()) {
    for (const { word, weight } of vector) {
      postings[word]?.documents.push(index)
      postings[word]?.weights.push(weight)
    }
  }
  return postings
}

/** Runs a thousand million times for ten thousand documents: with objects and maps it took three minutes. */
function addProducts(sums: Float64Array, postings: Postings | undefined, weight: number): void {
  if (!postings) return
  const { documents, weights } = postings
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0
    sums[document] = (sums[document] ?? 0) + weight * (weights[at] ?? 0)
  }
}

/** The indexes of the greatest values, in descending order; of equal values the first. */
function findGreatest(values: Float64Array, count: number, isWanted: (index: number) => boolean): number[] {
  const greatest: number[] = []
  const valueAt = (rank: number) => values.at(greatest[rank] ?? values.length) ?? MIN_LIKENESS
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    if (value <= valueAt(count - 1) || !isWanted(index)) continue
    let rank = greatest.length
    while (rank > 0 && value > valueAt(rank - 1)) rank--
    greatest.splice(rank, 0, index)
    greatest.length = Math.min(greatest.length, count)
  }
  return greatest
}

/** How often a document uses each word, tags included: all that a comparison needs of its text. */
export function countWords({ title, tags, summary, sections, lang }: SearchDocument): WordCounts {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(foldText(text), lang)) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  add(title, 5)
  add(summary, 2)
  for (const { heading, text } of sections) {
    add(heading, 3)
    add(text, 1)
  }
  for (const tag of tags) counts.set(`#${foldText(tag)}`, 12)
  return { words: [...counts.keys()], counts: [...counts.values()] }
}

/** Number of related posts on a page. */
const RELATED = 3

/** Below this, two texts only share a few words by chance. */
const MIN_LIKENESS = 0.08

/** The words of a document that are compared. */
const MAX_WORDS = 60

/** Words as numbers: ten thousand texts have millions of words, of which each is then stored once. */
function numberWords(documents: readonly CountedDocument[]) {
  const numbers = new Map<string, number>()
  const names: string[] = []
  /** How many documents use the word. */
  const holders: number[] = []
  const texts = documents.map(({ words, counts }): NumberedText => {
    const numbered = words.map((word) => {
      const number = numbers.get(word) ?? names.length
      if (number === names.length) {
        numbers.set(word, number)
        names.push(word)
      }
      holders[number] = (holders[number] ?? 0) + 1
      return number
    })
    return { words: Uint32Array.from(numbered), counts }
  })
  return { texts, names, holders }
}

function weigh(
  { words, counts }: NumberedText,
  { names, holders, total }: { names: readonly string[]; holders: readonly number[]; total: number },
): WeighedWord[] {
  const weights: WeighedWord[] = []
  for (const [at, word] of words.entries()) {
    const held = holders[word] ?? 1
    // A word in a single document connects it with no other; one in most documents has no meaning.
    if (held > 1 && held <= Math.max(2, total / 2))
      weights.push({ word, weight: (1 + Math.log(counts[at] ?? 1)) * Math.log(1 + total / held) })
  }
  const compared = weights
    .sort((a, b) => b.weight - a.weight || ((names[a.word] ?? '') < (names[b.word] ?? '') ? -1 : 1))
    .slice(0, MAX_WORDS)
  const length = Math.hypot(...compared.map(({ weight }) => weight)) || 1
  return compared.map(({ word, weight }) => ({ word, weight: weight / length }))
}

export interface WordCounts {
  words: string[]
  /** How often each of them occurs; those of titles and headings count several times. */
  counts: number[]
}

export interface CountedDocument extends WordCounts {
  url: string
  /** BCP 47. */
  lang: string
}

interface NumberedText {
  words: Uint32Array
  counts: readonly number[]
}

interface WeighedWord {
  word: number
  weight: number
}

interface Postings {
  /** Their indexes. */
  documents: number[]
  /** Of the word in each of them. */
  weights: number[]
}
