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
  const postings = names.map((): Posting[] => [])
  for (const [index, vector] of vectors.entries())
    for (const { word, weight } of vector) postings[word]?.push({ index, weight })
  return new Map(
    documents.map(({ url }, index) => {
      const likeness = new Map<number, number>()
      for (const { word, weight } of vectors[index] ?? [])
        for (const other of postings[word] ?? [])
          if (other.index !== index && languages[other.index] === languages[index])
            likeness.set(other.index, (likeness.get(other.index) ?? 0) + weight * other.weight)
      const best = [...likeness]
        .filter(([, value]) => value > MIN_LIKENESS)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, count)
      return [url, best.flatMap(([other]) => documents[other]?.url ?? [])]
    }),
  )
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

interface Posting {
  /** Of the document. */
  index: number
  weight: number
}
