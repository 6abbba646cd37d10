import type { Dialect, Person, Picture } from './document'
import type { Entry, EntryProblem } from './entry'
import { nearestKey } from './near'
import {
  date,
  dateUnlessFlag,
  firstText,
  flag,
  flagOrOptions,
  flagReversed,
  language,
  list,
  number,
  people,
  picture,
  prose,
  type Reader,
  text,
  type Wrong,
  wholeList,
} from './values'

export interface FieldsResult {
  fields: Fields
  /** Every key that is not ours or that another key overrules, as written. */
  extra: Record<string, unknown>
  /** The entry that gave a field its value. */
  origin: Partial<Record<keyof Fields, Entry>>
  /** Fields whose value could not be read; a problem says so. */
  wrong: Set<FieldName>
  problems: EntryProblem[]
}

/**
 * Reads a front matter of any blog system under our names. Keys match in any letter case; of several keys that
 * mean the same, the first of the table counts.
 * @param dialect `plain` posts are the author's own: a key that looks mistyped is an error there. In an old blog
 *   such a key never had a meaning, so nothing is lost by keeping it.
 */
export function readFields(entries: readonly Entry[], dialect: Dialect): FieldsResult {
  // What stands at the top says more than what a table of the theme says.
  const nested = nestedEntries(entries)
  const layers = [entries, nested].map(
    (layer) => new Map(layer.map((entry) => [entry.key.toLowerCase(), entry])),
  )
  const used = new Set<Entry>()
  const wrong = new Set<FieldName>()
  const settled = new Set<Entry>()
  const origin: FieldsResult['origin'] = {}
  const problems: EntryProblem[] = []

  const fields: Fields = {}
  function take<K extends FieldName>(field: K): void {
    const candidates = layers.flatMap((layer) =>
      TABLE[field].map(([key, read]) => ({ key, read, entry: layer.get(key.toLowerCase()) })),
    )
    for (const { key, read, entry } of candidates) {
      // `path` is an address in Zola alone; elsewhere it is somebody's own key.
      if (!entry || (key === 'path' && dialect !== 'zola')) continue
      const reading = entry.value === null ? 'empty' : read(entry, dialect)
      if (reading === 'foreign') continue
      used.add(entry)
      if (reading === 'empty') {
        settled.add(entry)
        continue
      }
      if ('expected' in reading) {
        // A theme's table may mean anything by the same word.
        if (nested.includes(entry)) continue
        problems.push(wrongValue(entry, reading, dialect === 'plain' || DECISIVE.has(field)))
        wrong.add(field)
        // In an old blog a value that says nothing to us may have said something there: it is kept.
        if (dialect === 'plain') settled.add(entry)
        continue
      }
      settled.add(entry)
      origin[field] ??= entry
      const before: unknown = fields[field]
      if (Array.isArray(before) && Array.isArray(reading.value)) before.push(...reading.value)
      else fields[field] = reading.value
      if (!JOINED.has(field)) return
    }
  }
  // In a vault `aliases` are other names of a note, not addresses: links are looked up by them in `extra`.
  for (const field of FIELD_NAMES) if (field !== 'aliases' || dialect !== 'obsidian') take(field)

  const extra = Object.fromEntries(
    entries.filter((entry) => !settled.has(entry)).map(({ key, value }) => [key, value]),
  )
  if (dialect === 'plain') problems.push(...entries.filter((entry) => !used.has(entry)).flatMap(mistypedKey))
  return { fields, extra, origin, wrong, problems }
}

type Field<T> = readonly (readonly [key: string, read: Reader<T>])[]

/** Our names, and the keys that other systems use for the same, best first. */
const TABLE: { [K in keyof FieldTypes]: Field<FieldTypes[K]> } = {
  title: [['title', prose]],
  date: [
    ['date', date],
    ['datePublished', date],
    ['date_published', date],
    ['created_at', date],
    ['pubDate', date],
    ['published', dateUnlessFlag],
  ],
  updated: [
    ['updated', date],
    ['lastmod', date],
    ['modified', date],
    ['last_modified_at', date],
    ['date_updated', date],
  ],
  summary: [
    ['summary', prose],
    ['description', prose],
    ['excerpt', prose],
  ],
  preamble: [['preamble', prose]],
  subtitle: [['subtitle', prose]],
  tags: [
    ['tags', list],
    ['keywords', list],
    ['topics', list],
  ],
  categories: [
    ['categories', list],
    ['category', list],
  ],
  draft: [
    ['draft', flag],
    ['published', flagReversed],
    ['publish', flagReversed],
  ],
  slug: [['slug', text]],
  permalink: [
    ['permalink', text],
    ['url', text],
    ['path', text],
  ],
  aliases: [
    ['aliases', wholeList],
    ['redirect_from', wholeList],
    ['alias', wholeList],
  ],
  redirectTo: [
    ['redirectTo', firstText],
    ['redirect_to', firstText],
    ['redirect', firstText],
  ],
  image: [
    ['image', picture],
    ['cover_image', picture],
    ['thumbnail', picture],
    ['images', picture],
    ['cover', picture],
    ['hero', picture],
    ['featured_image', picture],
    ['feature_image', picture],
  ],
  authors: [
    ['authors', people],
    ['author', people],
    ['by', people],
    ['writtenBy', people],
  ],
  series: [['series', firstText]],
  canonical: [
    ['canonical', text],
    ['canonical_url', text],
    ['canonicalUrl', text],
  ],
  lang: [
    ['lang', language],
    ['language', language],
  ],
  toc: [['toc', flagOrOptions]],
  math: [
    ['math', flagOrOptions],
    ['mathjax', flagOrOptions],
    ['katex', flagOrOptions],
  ],
  readTime: [
    ['readTime', flag],
    ['read_time', flag],
    ['readingTime', flag],
    ['ShowReadingTime', flag],
  ],
  autonumber: [['autonumber', flag]],
  smartPunctuation: [['smartPunctuation', flag]],
  comments: [['comments', flagOrOptions]],
  layout: [['layout', text]],
  weight: [['weight', number]],
}

/** Fields to which every key that is there adds: an old address under any of its names is one. */
const JOINED = new Set<FieldName>(['aliases', 'categories'])

const FIELD_NAMES = Object.keys(TABLE).filter((name): name is FieldName => name in TABLE)

/** A wrong value here would publish, misplace or lose a post, in an old blog too. */
const DECISIVE = new Set<FieldName>(['date', 'draft', 'slug', 'permalink', 'redirectTo'])

/**
 * Keys of other systems that look like ours but are not: Hugo's `type`, `url` of a menu, and everyday words that
 * people use for themselves. They are kept in `extra` without a word.
 */
const EVERYDAY = new Set(
  'data id kind lead link links mark markup menu menus name names note notes page pages rating role time type types'.split(
    ' ',
  ),
)

/** What a key may be mistyped from: our names, and others' where they are too long to be another word by chance. */
const KNOWN_KEYS = Object.entries(TABLE).flatMap(([name, field]) =>
  field.map(([key]) => key).filter((key) => key === name || key.length >= 6),
)

/** Zola keeps its taxonomies, Hugo and Zola a theme's keys in tables of their own; what they mean is the same. */
function nestedEntries(entries: readonly Entry[]): Entry[] {
  return entries
    .filter((entry) => ['taxonomies', 'params', 'extra'].includes(entry.key.toLowerCase()))
    .flatMap((entry) => {
      const texts = isMap(entry.text) ? entry.text : {}
      return Object.entries(isMap(entry.value) ? entry.value : {}).map(([key, value]) => ({
        ...entry,
        key,
        value,
        text: texts[key] ?? null,
      }))
    })
}

function mistypedKey(entry: Entry): EntryProblem[] {
  const near = EVERYDAY.has(entry.key.toLowerCase()) ? undefined : nearestKey(entry.key, KNOWN_KEYS)
  if (!near) return []
  return [
    {
      severity: 'error',
      rule: 'unknown-key',
      line: entry.line,
      column: entry.column,
      message: `\`${entry.key}\` is no key that Quire knows; you probably mean \`${near}\`.`,
      mend: `Write \`${near}:\`, or rename your own key so that it cannot be taken for it.`,
    },
  ]
}

function wrongValue(entry: Entry, { expected, example }: Wrong, severe: boolean): EntryProblem {
  return {
    severity: severe ? 'error' : 'warning',
    rule: 'wrong-value',
    ...entry.valuePlace,
    message: `\`${entry.key}\` is ${shorten(JSON.stringify(entry.value))}, which is not ${expected}.`,
    mend: `Write ${expected} such as ${example}, or delete the line.`,
  }
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface FieldTypes {
  title: string
  date: string
  updated: string
  summary: string
  preamble: string
  subtitle: string
  tags: string[]
  categories: string[]
  draft: boolean
  slug: string
  permalink: string
  aliases: string[]
  redirectTo: string
  image: Picture
  authors: Person[]
  series: string
  canonical: string
  lang: string
  toc: boolean
  math: boolean
  readTime: boolean
  autonumber: boolean
  smartPunctuation: boolean
  comments: boolean
  layout: string
  weight: number
}

export type FieldName = keyof FieldTypes

/** What a front matter says, under our names. Absent where it says nothing. */
export type Fields = Partial<FieldTypes>
