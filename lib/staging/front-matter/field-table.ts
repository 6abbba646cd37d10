import type { Person, Picture } from '../../model/document'
import {
  canonicalUrl,
  date,
  dateUnlessFlag,
  firstText,
  flag,
  flagOrOptions,
  flagReversed,
  language,
  list,
  people,
  picture,
  prose,
  type Reader,
  text,
  thread,
  wholeList,
} from './values'

/** Our names, and the keys that other systems use for the same, best first. */
export const TABLE: { [K in keyof FieldTypes]: Field<FieldTypes[K]> } = {
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
    ['subtitle', prose],
  ],
  preamble: [['preamble', prose]],
  tags: [
    ['tags', list],
    ['tag', list],
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
    ['redirect_target', firstText],
    ['redirect_url', firstText],
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
  pinned: [
    ['pinned', flag],
    ['pin', flag],
    ['sticky', flag],
    ['featured', flag],
  ],
  translationKey: [
    ['translationKey', text],
    ['translation_key', text],
    ['page_id', text],
  ],
  canonical: [
    ['canonical', canonicalUrl],
    ['canonical_url', canonicalUrl],
    ['canonicalUrl', canonicalUrl],
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
  thread: [['thread', thread]],
}

/** Fields that combine all their keys: an old URL counts under any of its names. */
export const JOINED = new Set<FieldName>(['aliases', 'categories'])

export const FIELD_NAMES = Object.keys(TABLE).filter((name): name is FieldName => name in TABLE)

interface FieldTypes {
  title: string
  date: string
  updated: string
  summary: string
  preamble: string
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
  pinned: boolean
  translationKey: string
  canonical: string
  lang: string
  toc: boolean
  math: boolean
  readTime: boolean
  autonumber: boolean
  smartPunctuation: boolean
  comments: boolean
  thread: string
}

export type FieldName = keyof FieldTypes

/** The front matter under our names. Fields that are not set are absent. */
export type Fields = Partial<FieldTypes>

type Field<T> = readonly [Name<T>, ...Name<T>[]]

type Name<T> = readonly [key: string, read: Reader<T>]
