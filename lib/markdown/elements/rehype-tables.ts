import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { stringsFor } from '../../strings'
import { addFeature, contextOf } from '../context'

/** Puts a table into a region that scrolls on narrow screens, by keyboard too. */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined
      addFeature(file, 'table')
      const label = { tabIndex: 0, ariaLabel: labelOf(node, contextOf(file).settings.lang) }
      parent.children[index] = h('section', { className: ['table'], ...label }, node)
      return SKIP
    })
  }
}

/** The column names distinguish a table from other tables. */
function labelOf(table: Element, lang: string): string {
  const cells: string[] = []
  visit(table, 'element', (node) => {
    if (node.tagName !== 'th') return
    const text = textOf(node).trim()
    if (text !== '') cells.push(text)
  })
  return stringsFor(lang).table(cells.slice(0, 6).join(', '))
}
