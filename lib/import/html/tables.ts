import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import { SKIP, visit } from '../../model/visit'

/** A table that Markdown cannot express stays HTML. */
export function markTables(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined
    if (!isSimpleTable(node)) parent.children[index] = h('quire-html', [node])
    return SKIP
  })
}

/** In Markdown, cells have one line each and cannot span. */
function isSimpleTable(table: Element): boolean {
  let isSimple = true
  visit(table, 'element', (node) => {
    if (node === table) return
    const { colSpan, rowSpan } = node.properties
    if (BLOCKS.has(node.tagName) || Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1) isSimple = false
  })
  return isSimple
}

const BLOCKS = new Set([
  'table',
  'pre',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'figure',
])
