import type { SearchDocument } from './search-document'
import { foldText } from './segment'

/**
 * For each document the others that are most like it: the cosine of their words, each weighted by how rare it is
 * (TF-IDF). Tags and titles count as many words. Only the heaviest words of a document are compared, so that ten
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

/** As many as a page offers. */
const RELATED = 3

/** Below this two texts share no more than a few words by chance. */
const MIN_LIKENESS = 0.08

/** The words of a document that are compared. */
const MAX_WORDS = 60

function countWords({ title, tags, summary, sections, lang }: SearchDocument): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const { segment, isWordLike } of segmenterOf(lang).segment(foldText(text)))
      if (isWordLike && segment.length > 1) counts.set(segment, (counts.get(segment) ?? 0) + weight)
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
    // A word that one document has connects it with none; one that most have says nothing.
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

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(lang: string): Intl.Segmenter {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' })
  segmenters.set(lang, segmenter)
  return segmenter
}
