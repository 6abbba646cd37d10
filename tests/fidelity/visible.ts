import type { Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'

/** What a reader sees of HTML, and its structure as far as two engines can be compared. */
export interface Visible {
  /** With collapsed white space and plain quotation marks and dashes, without formulas. */
  text: string
  /** The number of each element with a meaning. */
  counts: Record<string, number>
}

const COUNTED = ['a', 'img', 'em', 'strong', 'code', 'ul', 'ol', 'li', 'td', 'th', 'blockquote', 'pre']

export function readVisible(html: string): Visible {
  const tree = fromHtml(html, { fragment: true })
  dropOwn(tree)
  const counts: Record<string, number> = Object.fromEntries(COUNTED.map((name) => [name, 0]))
  visit(tree, 'element', ({ tagName }) => {
    if (COUNTED.includes(tagName)) counts[tagName] = (counts[tagName] ?? 0) + 1
  })
  return { text: fold(toText(tree)), counts }
}

/**
 * Additions of one side that are not part of the author's text: anchors of headings, formulas, scripts, headings for
 * screen readers, players.
 */
function dropOwn(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined || !isOwn(node)) return undefined
    parent.children.splice(index, 1)
    return index
  })
}

function isOwn(node: RootContent): boolean {
  if (node.type !== 'element') return false
  if (node.tagName === 'x-embed' || node.tagName === 'iframe') return true
  const names = node.properties.className
  const classes = Array.isArray(names) ? names : []
  return (
    node.tagName === 'script' ||
    ['anchor', 'katex', 'katex-display', 'sr-only'].some((name) => classes.includes(name))
  )
}

function fold(text: string): string {
  return text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/–|—/g, '-')
    .replaceAll(/-{2,3}/g, '-')
    .replaceAll('…', '...')
    .replaceAll(/↩\uFE0E?/g, '')
    .replaceAll(/\\\(.*?\\\)|\\\[.*?\\\]/gs, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
