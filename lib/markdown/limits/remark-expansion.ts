import type { Definition, Parents, Root, Table } from 'mdast'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { report } from '../context'

/**
 * Prevents excessive growth from Markdown to HTML: a table is filled with empty cells to the width of
 * its header, and each reference to a link repeats its URL. Ten kilobytes of either became gigabytes.
 */
export function remarkExpansion() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'table', (table) => limitTable(table, file))
    limitReferences(tree, file)
  }
}

/** Repeated URLs may add this many characters, or make the document twenty times as long. */
const MAX_GROWTH = 1_000_000
const MAX_EMPTY_CELLS = 20_000

function limitTable(table: Table, file: VFile): void {
  const width = table.align?.length ?? 0
  const cells = table.children.reduce((sum, row) => sum + row.children.length, 0)
  const empty = width * table.children.length - cells
  if (empty <= Math.max(MAX_EMPTY_CELLS, cells)) return
  // Without alignments rows keep their number of cells.
  table.align = null
  report(file, table, {
    rule: 'markdown/table-size',
    message: `This table would be filled with ${empty} empty cells; its rows are left as they are.`,
    hint: 'Look for a header that has many more columns than the rows, or divide the table.',
  })
}

function limitReferences(tree: Root, file: VFile): void {
  const lengths = new Map<string, number>()
  visit(tree, 'definition', ({ identifier, url, title }: Definition) => {
    if (!lengths.has(identifier)) lengths.set(identifier, url.length + (title?.length ?? 0))
  })
  if (lengths.size === 0) return
  const limit = MAX_GROWTH + 20 * String(file).length
  let length = 0
  let isReported = false
  visit(tree, ['linkReference', 'imageReference'], (node, index, parent: Parents | undefined) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return
    length += lengths.get(node.identifier) ?? 0
    if (length <= limit || !parent || index === undefined) return
    if (!isReported) {
      report(file, node, {
        rule: 'markdown/reference-size',
        message:
          'References repeat a long URL so often that the page would be many times as large as the document; from here on they are shown as text.',
        hint: 'Shorten the URL, or link fewer words to it.',
      })
      isReported = true
    }
    const text =
      node.type === 'linkReference' ? node.children : [{ type: 'text' as const, value: node.alt ?? '' }]
    parent.children.splice(index, 1, ...(text as never[]))
    return [SKIP, index + text.length]
  })
}
