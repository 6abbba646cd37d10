import type { SearchList } from '../model/search-list'
import type { SearchDocument } from './search-document'
import { foldText } from './segment'

/**
 * Divides documents into shards of about a megabyte: `/search` reads one after the other, so that it needs little
 * memory however many posts there are.
 */
export function divideDocuments(documents: readonly SearchDocument[]): SearchDocument[][] {
  const shards: SearchDocument[][] = []
  let room = 0
  for (const document of documents) {
    if (room <= 0) {
      shards.push([])
      room = SHARD
    }
    shards.at(-1)?.push(document)
    room -= sizeOf(document)
  }
  return shards
}

/** What a query needs of all documents at once. */
export function listDocuments(shards: readonly SearchDocument[][]): SearchList {
  const documents = shards.flat()
  return {
    urls: documents.map(({ url }) => url),
    dates: documents.map(({ date }) => date ?? ''),
    sizes: shards.map(({ length }) => length),
  }
}

/** A shard as it is stored. */
export function packShard(documents: readonly SearchDocument[]): SearchShard {
  return {
    texts: documents.map((document) => `${packText(document)}\n`).join(''),
    cards: documents.map((document) => JSON.stringify(toCard(document))).join('\n'),
  }
}

/**
 * The texts of a document as queries are compared with them: normalized, in the order of `FIELDS`. Every part begins
 * with a space, so that its first word is preceded by one, like all others.
 */
function packText({ title, sections, tags, summary }: SearchDocument): string {
  const parts: Record<Field, string[]> = {
    title: [title],
    headings: sections.map(({ heading }) => heading),
    tags,
    summary: [summary],
    text: sections.map(({ text }) => text),
  }
  return FIELDS.map((field) =>
    parts[field].map((part) => ` ${foldText(part).replace(SEPARATORS, ' ')}`).join(PART),
  ).join(FIELD)
}

function toCard({ url, title, summary, lang, date, sections }: SearchDocument): SearchCard {
  const shown = sections.map(({ id, heading, text }) => ({ id, heading, text: text.slice(0, EXCERPT) }))
  return { url, title, summary, lang, date, sections: shown }
}

function sizeOf({ sections }: SearchDocument): number {
  return sections.reduce((sum, { heading, text }) => sum + heading.length + text.length, 200)
}

/** The order of a text's fields. */
export const FIELDS = ['title', 'headings', 'tags', 'summary', 'text'] as const

/** Between two fields. */
export const FIELD = '\u001F'

/** Between two parts of a field, such as the texts of two sections. */
export const PART = '\u001E'

const SEPARATORS = /\p{Cc}/gu

/** In UTF-16 code units. The last document of a shard may exceed it. */
const SHARD = 1_000_000

/** In UTF-16 code units: what a result shows of a section. */
export const EXCERPT = 300

export type Field = (typeof FIELDS)[number]

export interface SearchShard {
  /** One line per document, each with a line end. */
  texts: string
  /** One line per document: a `SearchCard` as JSON. */
  cards: string
}

/** What a result shows of a document. */
export interface SearchCard {
  url: string
  title: string
  summary: string
  /** BCP 47. */
  lang: string
  /** `2024-05-08` */
  date?: string
  /** With the beginnings of their texts. */
  sections: SearchDocument['sections']
}

/** Documents as they are stored, in files or in memory. */
export interface SearchStore {
  list: SearchList
  /** The `texts` of a shard in UTF-8. */
  readTexts(shard: number): Promise<Buffer>
  readCards(shard: number): Promise<string>
}
