import { ownValue } from '../../model/records'
import { foldText, isUnspaced, segment, unsegment } from '../segment'

/**
 * Loads Pagefind's index and sends it queries, segmented like its documents.
 * @throws if it cannot be loaded
 */
export async function openIndex(): Promise<SearchIndex> {
  const { index }: { index: string } = await (await fetch('/search.json')).json()
  const pagefind: Pagefind = await import(`${index}/pagefind.js`)
  await pagefind.options({ excerptLength: 24 })
  await pagefind.init()
  const filters = await pagefind.filters()
  const choicesOf = (name: string) =>
    Object.entries(ownValue(filters, name) ?? {}).map(([value, count]) => ({ value, count }))
  return {
    filters: {
      tag: choicesOf('tag').sort((a, b) => b.count - a.count),
      year: choicesOf('year').sort((a, b) => (a.value < b.value ? -1 : 1)),
    },
    async search(query, { tag, year }) {
      const chosen = { ...(tag && { tag }), ...(year && { year }) }
      const phrases = phrasesOf(query)
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
 * A query for the index. A query in a script without spaces becomes a phrase of single characters, which
 * Pagefind finds only in this order. Mixed with other words, and in Thai, whose marks Pagefind does not find in phrases,
 * its characters are searched anywhere, and the results are compared afterwards.
 */
export function toIndexQuery(query: string): string {
  const segmented = segment(query).trim()
  const isPhrase = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]+$/u.test(query.trim())
  return isPhrase ? `"${segmented.replaceAll('"', '')}"` : segmented
}

function phrasesOf(query: string): string[] {
  return query.split(/\s+/).filter(isUnspaced).map(foldText)
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
    excerpt: readExcerpt(unsegment(excerpt)),
  }
}

/** The browser highlights the match, if it supports that. @see https://wicg.github.io/scroll-to-text-fragment/ */
function withHighlight(url: string, query: string): string {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 3)
  const directive = words.map((word) => `text=${encodeURIComponent(word).replaceAll('-', '%2D')}`).join('&')
  return `${url}${url.includes('#') ? '' : '#'}:~:${directive}`
}

/** Pagefind escapes the text and adds `<mark>`: it contains no other elements. */
function readExcerpt(html: string): Hit['excerpt'] {
  const template = new DOMParser().parseFromString(html, 'text/html')
  return [...template.body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    isMatch: node.nodeName === 'MARK',
  }))
}

/** Results that the dialog shows; "all results" lists the others. */
const SHOWN = 8

/** Results that are loaded if they have to be compared: about 7 KB each. */
const COMPARED = 30

export interface SearchIndex {
  filters: { tag: FilterChoice[]; year: FilterChoice[] }
  search(query: string, filters: { tag: string; year: string }): Promise<{ hits: Hit[]; count: number }>
}

export interface FilterChoice {
  value: string
  /** Number of posts. */
  count: number
}

export interface Hit {
  /** An excerpt of the matching section, with a highlight. */
  url: string
  title: string
  /** Empty if the section is the beginning of the post. */
  heading: string
  excerpt: { text: string; isMatch: boolean }[]
}

/** The part of Pagefind's API that is used. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>
  init(): Promise<void>
  filters(): Promise<Record<string, Record<string, number>>>
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
