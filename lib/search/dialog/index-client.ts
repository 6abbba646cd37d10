import type { FilterChoices } from '../filter-choices'
import { revealFrequent } from '../frequent'
import { foldText, isUnspaced, MAX_PHRASE, segmentQuery, unsegment } from '../segment'
import { type Hit, markPhrases } from './hit'
import { findOnServer } from './server-search'

/**
 * Loads Pagefind's index and sends it queries, segmented like its documents.
 * @throws if it cannot be loaded
 */
export async function openIndex(): Promise<SearchIndex> {
  const { index, filters }: { index: string; filters: FilterChoices } = await (
    await fetch('/search.json')
  ).json()
  const pagefind: Pagefind = await import(`${index}/pagefind.js`)
  await pagefind.options({ excerptLength: 24 })
  await pagefind.init()
  return {
    filters,
    async search(query, { tag, year }) {
      const chosen = { ...(tag && { tag }), ...(year && { year }) }
      // The index has pairs of characters: a single one is the beginning of thousands, in many files.
      if (isSingle(query) && !tag && !year) return findOnServer(query, SHOWN)
      const phrases = isPhrase(query) ? [] : phrasesOf(query)
      const { results } = await pagefind.search(toIndexQuery(query), { filters: chosen })
      const loaded = await Promise.all(
        results.slice(0, phrases.length > 0 ? COMPARED : SHOWN).map((result) => result.data()),
      )
      const matching = loaded.filter((data) =>
        phrases.every((phrase) => holds(data.raw_content ?? data.content, phrase)),
      )
      const dropped = loaded.length - matching.length
      return {
        hits: matching.slice(0, SHOWN).map((data) => toHit(data, query)),
        count: results.length - dropped,
      }
    },
  }
}

/**
 * A query for the index. A short query in a script without spaces becomes a phrase of pairs of characters, which Pagefind
 * finds only in this order. Of longer ones, of queries with other words too, and in Thai, whose marks Pagefind does not
 * find in phrases, the pairs are searched anywhere, and the results are compared afterwards.
 */
export function toIndexQuery(query: string): string {
  const segmented = segmentQuery(query).trim()
  return isPhrase(query) ? `"${segmented.replaceAll('"', '')}"` : segmented
}

function isPhrase(query: string): boolean {
  return new RegExp(
    `^[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC]{1,${MAX_PHRASE}}$`,
    'u',
  ).test(query.trim())
}

function isSingle(query: string): boolean {
  return isUnspaced(query) && !segmentQuery(query).includes(' ', 1) && Array.from(query.trim()).length === 1
}

function phrasesOf(query: string): string[] {
  return unspacedWords(query).map(foldText)
}

function unspacedWords(query: string): string[] {
  return query.split(/\s+/).filter(isUnspaced)
}

function holds(content: string, phrase: string): boolean {
  return foldText(unsegment(content)).includes(phrase)
}

function toHit(data: PagefindData, query: string): Hit {
  const section = data.sub_results.find(({ anchor }) => anchor) ?? data.sub_results[0]
  const url = section?.url ?? data.url
  const excerpt = section?.excerpt ?? data.excerpt
  return {
    url: withHighlight(url, query),
    title: data.meta.title ?? data.url,
    heading: section && section.title !== data.meta.title ? unsegment(section.title) : '',
    excerpt: readExcerpt(revealFrequent(unsegment(excerpt)), unspacedWords(query)),
  }
}

/** The browser highlights the match, if it supports that. @see https://wicg.github.io/scroll-to-text-fragment/ */
function withHighlight(url: string, query: string): string {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 3)
  const directive = words.map((word) => `text=${encodeURIComponent(word).replaceAll('-', '%2D')}`).join('&')
  return `${url}${url.includes('#') ? '' : '#'}:~:${directive}`
}

/**
 * Pagefind escapes the text and adds `<mark>`: it contains no other elements. The pairs that it marks are the first
 * characters of what was asked for, which is looked for again.
 */
function readExcerpt(html: string, phrases: readonly string[]): Hit['excerpt'] {
  const template = new DOMParser().parseFromString(html, 'text/html')
  const parts = [...template.body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    isMatch: node.nodeName === 'MARK',
  }))
  return phrases.length > 0 ? markPhrases(parts.map(({ text }) => text).join(''), phrases) : parts
}

/** Results that the dialog shows; "all results" lists the others. */
const SHOWN = 8

/** Results that are loaded if they have to be compared: about 4 KB each. */
const COMPARED = 12

export interface SearchIndex {
  filters: FilterChoices
  search(query: string, filters: { tag: string; year: string }): Promise<{ hits: Hit[]; count: number }>
}

/** The part of Pagefind's API that is used. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>
  init(): Promise<void>
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<PagefindData> }[] }>
}

interface PagefindData {
  url: string
  excerpt: string
  content: string
  raw_content?: string
  meta: Record<string, string>
  sub_results: { title: string; url: string; excerpt: string; anchor?: { id: string } }[]
}
