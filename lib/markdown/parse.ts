import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { MarkdownSettings } from '../source/document'
import { remarkDollarMath } from './remark-dollar-math'
import { remarkTagSyntax } from './remark-tag-syntax'
import { inlineTags, rawTags } from './tags'

/**
 * Parses a body as its settings ask. CommonMark and GFM are never bent by it: a dialect's syntax is known only in
 * that dialect, and what is known everywhere (tags, math) begins with characters that plain Markdown leaves as text.
 */
export function parseMarkdown(body: string, settings: Pick<MarkdownSettings, 'math'>): Root {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkTagSyntax, { lastEnd: lastEnds(body), isInline: (name) => inlineTags.has(name) })
  if (settings.math) parser.use(remarkDollarMath)
  return parser.parse(body)
}

/** Where the last end tag of each raw tag stands: without one behind it, a raw tag must not swallow the rest. */
function lastEnds(body: string): Map<string, number> {
  const ends = new Map<string, number>()
  for (const match of body.matchAll(END)) {
    const name = match[1] ?? match[2]
    if (name && rawTags.has(name)) ends.set(name, match.index)
  }
  return ends
}

const END = /\{%[-~]?\s*end(\w+)\s*[-~]?%\}|\{\{[<%]\s*\/\s*([\w-]+)\s*[>%]\}\}/g
