import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { mf2 } from 'microformats-parser'
import { isCostlyHtml } from '../../markdown/limits/costly-html'
import { visit } from '../../model/visit'
import type { MentionKind } from '../store/schema'

/** A mention of one of our pages on another site. */
export interface ReadMention {
  kind: MentionKind
  author: string
  authorUrl: string
  /** Plain text. Empty for likes and reposts. */
  text: string
  /** Its canonical URL. */
  url: string
  published: string
}

/**
 * Reads a page that mentions a post.
 * @param html the source, as it was fetched
 * @param source its URL, after redirects
 * @param targets every URL of the post
 * @returns undefined if it is not a mention: the page has no link to the post, or is nested too deeply to be a real page
 * @see https://www.w3.org/TR/webmention/#webmention-verification and https://microformats.org/wiki/h-entry
 */
export function readMention(
  html: string,
  source: string,
  targets: ReadonlySet<string>,
): ReadMention | undefined {
  if (isCostlyHtml(html) || !linksTo(html, source, targets)) return undefined
  const plain: ReadMention = {
    kind: 'mention',
    author: '',
    authorUrl: '',
    text: '',
    url: source,
    published: '',
  }
  const entry = findEntry(parse(html, source), targets)
  if (!entry) return plain
  const author = entry.properties.author?.[0]
  const kind = kindOf(entry, targets)
  return {
    kind,
    author: (isItem(author) ? textOf(author.properties.name?.[0]) : textOf(author)).slice(0, 100),
    authorUrl: webUrl(isItem(author) ? textOf(author.properties.url?.[0]) : ''),
    text:
      kind === 'like' || kind === 'repost'
        ? ''
        : shorten(
            textOf(
              entry.properties.content?.[0] ?? entry.properties.summary?.[0] ?? entry.properties.name?.[0],
            ),
          ),
    url: webUrl(textOf(entry.properties.url?.[0])) || source,
    published: textOf(entry.properties.published?.[0]).slice(0, 40),
  }
}

/** Whether an element of the page links to the target; comments and scripts do not count. */
function linksTo(html: string, source: string, targets: ReadonlySet<string>): boolean {
  let found = false
  visit(fromHtml(html), 'element', ({ properties }: Element) => {
    for (const name of ['href', 'src', 'cite']) {
      const value = properties[name]
      if (typeof value === 'string' && URL.canParse(value, source))
        found ||= targets.has(plainUrl(new URL(value, source)))
    }
  })
  return found
}

/** A URL without its fragment: `#a` is on the same page. */
export function plainUrl(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href.replace(/\/$/, '')
}

function parse(html: string, source: string): Item[] {
  try {
    return mf2(html, { baseUrl: source }).items
  } catch {
    // The library throws for a page without a body: it counts as a plain mention.
    return []
  }
}

/** The entry with the target in one of its properties, or the first entry of the page. */
function findEntry(items: Item[], targets: ReadonlySet<string>): Item | undefined {
  const entries: Item[] = []
  const collect = (item: Item, depth: number) => {
    if (depth > 10) return
    if (item.type?.includes('h-entry')) entries.push(item)
    for (const child of item.children ?? []) collect(child, depth + 1)
  }
  for (const item of items) collect(item, 0)
  return entries.find((entry) => kindOf(entry, targets) !== 'mention') ?? entries[0]
}

function kindOf(entry: Item, targets: ReadonlySet<string>): MentionKind {
  for (const [property, kind] of KINDS) {
    const values = entry.properties[property] ?? []
    if (values.some((value) => namesTarget(value, targets))) return kind
  }
  return 'mention'
}

/** A reply that is also a like counts as a reply, because it has text. */
const KINDS: readonly (readonly [string, MentionKind])[] = [
  ['in-reply-to', 'reply'],
  ['repost-of', 'repost'],
  ['like-of', 'like'],
]

function namesTarget(value: unknown, targets: ReadonlySet<string>): boolean {
  const named = isItem(value) ? [value.value, ...(value.properties.url ?? [])] : [value]
  return named.some(
    (each) => typeof each === 'string' && URL.canParse(each) && targets.has(plainUrl(new URL(each))),
  )
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string')
    return value.value.trim()
  return ''
}

function webUrl(text: string): string {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? new URL(text).href : ''
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length > 500 ? `${plain.slice(0, 499).trimEnd()}…` : plain
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'properties' in value
}

interface Item {
  type?: string[]
  properties: Record<string, unknown[] | undefined>
  children?: Item[]
  value?: unknown
}
