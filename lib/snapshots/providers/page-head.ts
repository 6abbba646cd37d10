import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from '../../model/visit'

/**
 * Reads the metadata of a page: its `<title>` and the `<meta>` elements, by name. Only these are parsed, found
 * in one pass over the text: an untrusted page may nest a hundred thousand elements.
 * @param html the page; only its first 500,000 characters are read
 * @returns the first value of each name, names in lower case
 */
export function readPageHead(html: string): PageHead {
  const found: string[] = []
  for (const match of html.slice(0, MAX_LENGTH).matchAll(TAGS)) {
    if (found.length >= MAX_TAGS) break
    found.push(match[0])
  }
  const metas = new Map<string, string>()
  let title: string | undefined
  visit(fromHtml(found.join('\n'), { fragment: true }), 'element', (element) => {
    if (element.tagName === 'title') title ??= textOf(element)
    const name = text(element, 'property') ?? text(element, 'name')
    const content = text(element, 'content')?.trim()
    if (element.tagName === 'meta' && name && content && !metas.has(name.toLowerCase()))
      metas.set(name.toLowerCase(), content)
  })
  return { metas, ...(title?.trim() && { title }) }
}

/** Real heads are below 100 KB; a title or a tag longer than these limits is an error. */
const MAX_LENGTH = 500_000
const MAX_TAGS = 300
const TAGS =
  /<title[^<>]{0,200}>[^<]{0,4000}<\/title>|<meta\s(?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,8000}>/gi

function text({ properties }: Element, name: string): string | undefined {
  const value = properties[name]
  if (value === undefined || value === null) return undefined
  return Array.isArray(value) ? value.join(' ') : String(value)
}

export interface PageHead {
  title?: string
  metas: ReadonlyMap<string, string>
}
