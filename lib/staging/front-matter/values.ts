import type { DialectRecord } from '../../dialects/dialect'
import type { Person, Picture } from '../../model/document'
import { plainText } from '../text/plain-text'
import type { Entry } from './entry'
import { isMap } from './is-map'
import { nearestDate } from './nearest-date'

/**
 * The result of reading one entry: its value, with a doubt if it is only the best reading; nothing, because the key
 * is empty; that the key means something else here (`published: 2020-01-01` says nothing about drafts); or what it
 * should have been.
 */
export type Reading<T> = { value: T; doubt?: Wrong } | 'empty' | 'foreign' | Wrong

/** The expected value, in words, and an example. */
export interface Wrong {
  expected: string
  example: string
}

export type Reader<T> = (entry: Entry, dialect: DialectRecord) => Reading<T>

/** A line of text as written, numbers included: `title: 1.10`. */
export const text: Reader<string> = ({ text: written }) =>
  typeof written === 'string' ? nonEmpty(written) : TEXT

/** A line of text that a template may have rendered as Markdown or HTML. */
export const prose: Reader<string> = ({ text: written }) =>
  typeof written === 'string' ? nonEmpty(plainText(written)) : TEXT

export const date: Reader<string> = ({ text: written }) => {
  if (typeof written !== 'string') return DATE
  if (written.trim() === '') return 'empty'
  const reading = nearestDate(written)
  if (!reading) return DATE
  return { value: reading.date, ...(!reading.exact && { doubt: DATE }) }
}

/** A date under a key that others use for yes and no: `published`. */
export const dateUnlessFlag: Reader<string> = (entry, dialect) =>
  typeof readFlag(entry) === 'boolean' ? 'foreign' : date(entry, dialect)

export const flag: Reader<boolean> = (entry) => {
  const value = readFlag(entry)
  return value === undefined ? FLAG : { value }
}

/** `published: false` is a draft. A date under that key is unrelated to drafts. */
export const flagReversed: Reader<boolean> = (entry) => {
  const value = readFlag(entry)
  if (value !== undefined) return { value: !value }
  return typeof entry.text === 'string' && nearestDate(entry.text) ? 'foreign' : FLAG
}

/** `toc: true`, or a map of options, which also means yes: `toc: {sticky: true}`. */
export const flagOrOptions: Reader<boolean> = (entry, dialect) => {
  if (!isMap(entry.value)) return flag(entry, dialect)
  return { value: entry.value.enable !== false && entry.value.enabled !== false }
}

/** A list, or a string with one item, or with several separated by commas, or by spaces in Jekyll. */
export const list: Reader<string[]> = ({ text: written }, dialect) => {
  if (typeof written === 'string') return nonEmptyList(splitList(written, dialect))
  const items = readItems(written)
  return items ? nonEmptyList(items) : LIST
}

/** A list, or one string that is never split: a URL may contain commas and spaces. */
export const wholeList: Reader<string[]> = ({ text: written }) => {
  const items = typeof written === 'string' ? [written.trim()] : readItems(written)
  return items ? nonEmptyList(items.filter(Boolean)) : ADDRESSES
}

/** A string, or the first of a list: taxonomies are lists everywhere. */
export const firstText: Reader<string> = (entry, dialect) => {
  const first = Array.isArray(entry.text) ? entry.text[0] : entry.text
  return first === undefined ? 'empty' : text({ ...entry, text: first }, dialect)
}

/** BCP 47, also as `en_US`. */
export const language: Reader<string> = ({ text: written }) => {
  try {
    const [tag] =
      typeof written === 'string' ? Intl.getCanonicalLocales(written.trim().replaceAll('_', '-')) : []
    return tag ? { value: tag } : LANGUAGE
  } catch {
    return LANGUAGE
  }
}

/** Where the text first appeared. It becomes a link in the head and in feeds: a URL of the web, or a path of this site. */
export const canonicalUrl: Reader<string> = ({ text: written }) => {
  if (typeof written !== 'string') return CANONICAL
  const url = written.trim()
  if (url === '') return 'empty'
  return /^(?:https?:\/\/|\/(?!\/))/i.test(url) && URL.canParse(url, 'https://x.example')
    ? { value: url }
    : CANONICAL
}

/** A post whose replies are shown as comments. Of other systems' own `thread:` we know nothing. */
export const thread: Reader<string> = ({ text: written }) => {
  if (typeof written !== 'string' || !/^https?:/i.test(written.trim())) return 'foreign'
  const url = written.trim()
  return THREAD_URL.test(url) ? { value: url } : THREAD
}

/** As `recognizeEmbed` reads them: a post on Bluesky, or on any server of Mastodon. */
const THREAD_URL =
  /^https:\/\/(?:bsky\.app\/profile\/[\w.:-]+\/post\/\w+|[^/?#@\s]+\/@[\w.-]+(?:@[\w.-]+)?\/\d{15,20})\/?$/

export const people: Reader<Person[]> = ({ text: written }) => {
  const items = (Array.isArray(written) ? written : [written]).map(readPerson)
  if (!items.every((item) => item !== undefined)) return PEOPLE
  const reading = nonEmptyList(items.filter(({ name }) => name !== '').map(withSafeUrl))
  const isChanged = items.some((item) => withSafeUrl(item) !== item)
  return typeof reading === 'object' && 'value' in reading && isChanged
    ? { ...reading, doubt: PERSON }
    : reading
}

/** Pages and feeds link the name: a URL that runs a script, or that only the author's machine knows, is left out. */
function withSafeUrl(person: Person): Person {
  if (person.url === undefined || /^(?:https?:\/\/|mailto:|\/(?!\/))/i.test(person.url.trim())) return person
  return { name: person.name }
}

/** A path or URL, a map of these and `alt` and `caption`, or a list whose first item is used. */
export const picture: Reader<Picture> = ({ text: written }) => {
  const item: unknown = Array.isArray(written) ? written[0] : written
  if (item === undefined || item === '') return 'empty'
  if (typeof item === 'string') return isForeignScheme(item) ? PICTURE : { value: { src: item.trim() } }
  if (!isMap(item)) return PICTURE
  const src = firstString(item, ['path', 'src', 'url', 'image', 'feature', 'teaser', 'relative'])
  if (src === undefined) return Object.keys(item).length === 0 ? 'empty' : 'foreign'
  if (isForeignScheme(src)) return PICTURE
  const [alt, caption] = [firstString(item, ['alt', 'title']), firstString(item, ['caption', 'credit'])]
  return {
    value: {
      src: src.trim(),
      ...(alt && { alt: plainText(alt) }),
      ...(caption && { caption: plainText(caption) }),
    },
  }
}

/** `javascript:`, `file:` and others of which no browser makes a picture. A drive of Windows is no scheme. */
function isForeignScheme(src: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(src.trim()) && !/^(?:https?:|data:image\/)/i.test(src.trim())
}

const TEXT: Wrong = { expected: 'a string', example: '`A line of words`' }
const DATE: Wrong = {
  expected: 'a calendar date',
  example: '`2022-05-08` or `2022-05-08 09:30:00 +02:00`',
}
const FLAG: Wrong = { expected: 'yes or no', example: '`true` or `false`' }
const LIST: Wrong = { expected: 'a list of strings', example: '`[one, two]`' }
const ADDRESSES: Wrong = { expected: 'a URL or a list of URLs', example: '`/old/address/`' }
const LANGUAGE: Wrong = { expected: 'a language tag', example: '`en` or `pt-BR`' }
const CANONICAL: Wrong = {
  expected: 'a URL that begins with `https://` or `/`',
  example: '`https://example.com/first-published-here`',
}
const THREAD: Wrong = {
  expected: 'the URL of a post on Bluesky or Mastodon',
  example: '`https://social.example/@ada/112233445566778899`',
}
const PEOPLE: Wrong = { expected: 'a name or a list of names', example: '`Ada Lovelace`' }
const PERSON: Wrong = {
  expected: 'names, each with a URL that begins with `https://`, `mailto:` or `/`',
  example: '`{ name: Ada Lovelace, url: https://ada.example }`',
}
const PICTURE: Wrong = { expected: 'the path or URL of a picture', example: '`boat.jpg`' }

/** YAML 1.1, which Jekyll and older Hugo read, has more words for yes and no than YAML 1.2. */
function readFlag({ value }: Entry): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  if (/^(?:true|yes|on)$/i.test(value.trim())) return true
  return /^(?:false|no|off)$/i.test(value.trim()) ? false : undefined
}

function splitList(written: string, { splitsAtSpaces }: DialectRecord): string[] {
  if (written.includes(',')) return written.split(',')
  return splitsAtSpaces ? written.split(/\s+/) : [written]
}

function readItems(written: unknown): string[] | undefined {
  if (!Array.isArray(written)) return undefined
  const items = written.filter((item) => item !== null && item !== undefined)
  return items.every((item) => typeof item === 'string') ? items : undefined
}

function readPerson(item: unknown): Person | undefined {
  // `Name <mail>` is the notation of feeds; an e-mail address should not be shown on a page.
  if (typeof item === 'string') return { name: plainText(item.replace(/<[^<>\s@]+@[^<>\s]+>/, '')) }
  if (!isMap(item)) return undefined
  const name = firstString(item, ['name', 'title', 'display_name', 'nick'])
  const url = firstString(item, ['url', 'uri', 'website', 'homepage', 'link'])
  return name === undefined ? undefined : { name, ...(url && { url }) }
}

function firstString(map: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return keys
    .map((key) => map[key])
    .find((value): value is string => typeof value === 'string' && value !== '')
}

function nonEmpty(value: string): Reading<string> {
  const trimmed = value.trim()
  return trimmed === '' ? 'empty' : { value: trimmed }
}

function nonEmptyList<T>(items: readonly T[]): Reading<T[]> {
  const trimmed = items
    .map((item) => (typeof item === 'string' ? item.trim() : item))
    .filter((item) => item !== '')
  return trimmed.length === 0 ? 'empty' : { value: [...new Set(trimmed)] as T[] }
}
