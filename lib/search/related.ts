import type { SearchDocument } from './search-document'
import { foldText } from './segment'

/**
 * For each document the most similar others: the cosine of their words, each weighted by its rarity
 * (TF-IDF). Tags and titles count as several words. Only the words with the most weight are compared, so that ten
 * thousand documents take seconds.
 * @returns URLs by URL, the most similar first
 */
export function findRelated(documents: readonly SearchDocument[], count = RELATED): Map<string, string[]> {
  const words = documents.map(countWords)
  const holders = new Map<string, number>()
  for (const counts of words)
    for (const word of counts.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  const vectors = words.map((counts) => weigh(counts, holders, documents.length))

  const postings = new Map<string, { index: number; weight: number }[]>()
  for (const [index, vector] of vectors.entries()) {
    for (const [word, weight] of vector) {
      const list = postings.get(word)
      if (list) list.push({ index, weight })
      else postings.set(word, [{ index, weight }])
    }
  }
  return new Map(
    documents.map((document, index) => {
      const likeness = new Map<number, number>()
      for (const [word, weight] of vectors[index] ?? [])
        for (const other of postings.get(word) ?? [])
          if (other.index !== index)
            likeness.set(other.index, (likeness.get(other.index) ?? 0) + weight * other.weight)
      const best = [...likeness]
        .filter(([, value]) => value > MIN_LIKENESS)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, count)
      return [document.url, best.flatMap(([other]) => documents[other]?.url ?? [])]
    }),
  )
}

/** Number of related posts on a page. */
const RELATED = 3

/** Below this, two texts only share a few words by chance. */
const MIN_LIKENESS = 0.08

/** The words of a document that are compared. */
const MAX_WORDS = 60

function countWords({ title, tags, summary, sections, lang }: SearchDocument): Map<string, number> {
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
  return counts
}

function weigh(
  counts: ReadonlyMap<string, number>,
  holders: ReadonlyMap<string, number>,
  total: number,
): [string, number][] {
  const weights = [...counts]
    // A word in a single document connects it with no other; one in most documents has no meaning.
    .filter(([word]) => (holders.get(word) ?? 0) > 1 && (holders.get(word) ?? 0) <= Math.max(2, total / 2))
    .map(([word, count]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(1 + total / (holders.get(word) ?? 1)),
    ])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDS)
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
  return weights.map(([word, weight]) => [word, weight / length])
}

/**
 * The words of a text that are longer than one character. Words never contain a space, and a blog repeats most of its
 * words, so each string between two spaces is segmented once: segmentation takes most of the time.
 */
export function* wordsOf(text: string, lang: string): Generator<string> {
  const { segmenter, known } = segmenterOf(lang)
  for (const chunk of text.split(' ')) {
    let words = known.get(chunk)
    if (!words) {
      words = Array.from(segmenter.segment(chunk))
        .filter(({ segment, isWordLike }) => isWordLike && segment.length > 1)
        .map(({ segment }) => segment)
      if (known.size >= MAX_KNOWN) known.clear()
      known.set(chunk, words)
    }
    yield* words
  }
}

/** A few megabytes: more words than most languages commonly use. */
const MAX_KNOWN = 100_000

const segmenters = new Map<string, Segmentation>()

function segmenterOf(lang: string): Segmentation {
  const found = segmenters.get(lang) ?? {
    segmenter: new Intl.Segmenter(lang, { granularity: 'word' }),
    known: new Map(),
  }
  segmenters.set(lang, found)
  return found
}

interface Segmentation {
  segmenter: Intl.Segmenter
  /** Words by what is between two spaces. */
  known: Map<string, string[]>
}
