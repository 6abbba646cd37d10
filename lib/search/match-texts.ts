import { FIELD, FIELDS, type Field, PART } from './search-store'

/**
 * Compares the stored texts of a shard with the words of a query. Byte for byte: to decode all texts of a large blog for
 * each query would take several times as long.
 * @param texts as `packShard` makes them, in UTF-8
 * @returns the documents that contain all words
 */
export function matchTexts(texts: Buffer, terms: readonly Term[]): TextMatch[] {
  // Of rare words, most shards have none.
  if (!terms.every(({ anywhere }) => texts.includes(anywhere))) return []
  return split(texts, '\n').flatMap((text, line) => {
    const score = terms.every(({ anywhere }) => text.includes(anywhere)) ? scoreOf(text, terms) : 0
    return score > 0 ? [{ line, score, text }] : []
  })
}

/** The number of the first section of a document that contains all words; -1 if none does. */
export function findSection(text: Buffer, terms: readonly Term[]): number {
  const fields = split(text, FIELD)
  const headings = split(fields[FIELDS.indexOf('headings')] ?? NOTHING, PART)
  return split(fields[FIELDS.indexOf('text')] ?? NOTHING, PART).findIndex((section, number) =>
    terms.every(({ anywhere }) => headings[number]?.includes(anywhere) || section.includes(anywhere)),
  )
}

/** @param term normalized, without spaces */
export function toTerm(term: string): Term {
  return { anywhere: Buffer.from(term), atStart: Buffer.from(` ${term}`) }
}

/** A title counts more than a heading or tag, and these count more than the text. */
function scoreOf(text: Buffer, terms: readonly Term[]): number {
  let score = 0
  for (const [at, field] of split(text, FIELD).entries()) {
    const weight = WEIGHTS[FIELDS[at] ?? 'text']
    for (const term of terms) score += weight * matchOf(field, term)
  }
  return score
}

/** 1 at the beginning of a word, less within one, 0 where there is none. */
function matchOf(field: Buffer, { anywhere, atStart }: Term): number {
  if (field.includes(atStart)) return 1
  return field.includes(anywhere) ? 0.5 : 0
}

/** Without what follows the last separator, if that is nothing. */
function split(bytes: Buffer, separator: string): Buffer[] {
  const parts: Buffer[] = []
  let start = 0
  while (start < bytes.length) {
    const at = bytes.indexOf(separator, start)
    const end = at < 0 ? bytes.length : at
    parts.push(bytes.subarray(start, end))
    start = end + 1
  }
  return parts
}

const NOTHING = Buffer.alloc(0)

const WEIGHTS: Readonly<Record<Field, number>> = { title: 8, headings: 4, tags: 4, summary: 2, text: 1 }

/** A word of a query, as bytes. */
export interface Term {
  anywhere: Buffer
  /** With the space before it. */
  atStart: Buffer
}

export interface TextMatch {
  /** Of the document, in its shard. */
  line: number
  score: number
  /** All fields of the document: a part of the shard's memory. */
  text: Buffer
}
