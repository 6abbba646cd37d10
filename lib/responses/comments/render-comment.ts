import type { Element, ElementContent } from 'hast'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { defaultSettings } from '../../markdown/context'
import { findCostly } from '../../markdown/limits/find-costly'
import { parseMarkdown } from '../../markdown/parse'
import { visit } from '../../model/visit'

/**
 * Renders a comment: Markdown without tags, formulas, raw HTML and pictures, filtered by
 * a restricted version of hast-util-sanitize's schema for GitHub. HTML that somebody typed is shown as text.
 */
export function renderComment(text: string): RenderedComment {
  // A stranger must not make the server parse for seconds.
  if (findCostly(text)) return { html: toHtml({ type: 'text', value: text }), links: 0 }
  const tree = parseMarkdown(text, { ...defaultSettings, math: false }, { literalTags: true })
  visit(tree, (node, index, parent) => {
    if (node.type !== 'html' || !parent || index === undefined) return
    const literal = { type: 'text' as const, value: node.value }
    parent.children[index] =
      parent.type === 'paragraph' ? literal : { type: 'paragraph', children: [literal] }
  })
  const html = toHast.runSync(tree satisfies Root)
  let links = 0
  visit(html, 'element', (element) => {
    if (element.tagName === 'img') becomeLink(element)
    if (/^h[1-6]$/.test(element.tagName)) becomeStrong(element)
    if (element.tagName === 'a') links++
  })
  const safe = sanitize(html, schema)
  visit(safe, 'element', (element) => {
    if (element.tagName === 'a') element.properties.rel = ['nofollow', 'ugc', 'noopener']
  })
  return { html: toHtml(safe), links }
}

const toHast = unified().use(remarkRehype).freeze()

/** A picture would make every reader's browser send a request to another site. */
function becomeLink(element: Element): void {
  const { src, alt } = element.properties
  element.tagName = 'a'
  element.properties = { href: src }
  element.children = [{ type: 'text', value: String(alt || src || '') }]
}

/** A heading would appear in the outline of the page. */
function becomeStrong(element: Element): void {
  const children: ElementContent[] = element.children
  element.tagName = 'p'
  element.properties = {}
  element.children = [{ type: 'element', tagName: 'strong', properties: {}, children }]
}

/** Stricter than GitHub's: no ids, classes, details or pictures; only URLs of the web and of e-mail. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'a', 'ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href'], ol: ['start'], th: ['align'], td: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
}

export interface RenderedComment {
  /** Safe to put into a page as it is. */
  html: string
  /** How many links it contains. */
  links: number
}
