import type { Nodes, Paragraph, Root, Table } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { replaceChild } from '../content'
import { contextOf } from '../context'
import { type Content, type ElementNode, element } from '../nodes'
import { parseFragment } from '../parse'
import { dropDefinitions, listDefinitions } from './definitions'
import {
  type Alignment,
  readTable,
  SEPARATOR,
  splitCells,
  type TableGroup,
  type TableText,
} from './table-rows'

/**
 * Creates the kramdown tables that GFM reads as paragraphs, or whose cells GFM would drop because the first row has
 * fewer. The same for Hugo's tables whose header
 * has too few cells. Comes first: it needs the source of each paragraph.
 */
export function remarkTables() {
  return (tree: Root, file: VFile): void => {
    const { settings } = contextOf(file)
    if (!String(file).includes('|')) return
    if (settings.source.dialect === 'hugo') addShortHeaders(tree, file)
    if (!syntaxOf(settings).kramdown) return
    const definitions = listDefinitions(tree)
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'paragraph' && node.type !== 'table') || !parent || index === undefined)
        return undefined
      const lines = linesOf(node, file)
      if (node.type === 'paragraph' && isTopRule(lines, node, parent.children[index + 1])) {
        parent.children.splice(index, 1)
        return index
      }
      if (node.type === 'table' ? isSame(node, lines) : hasOwnPipes(node, lines)) return undefined
      const table = lines.every((line) => line.includes('|')) ? readTable(lines) : undefined
      return table && replaceChild(parent, index, [build(table, node, definitions, file)])
    })
  }
}

/** Goldmark accepts a header of fewer cells than the line of dashes below it has. */
function addShortHeaders(tree: Root, file: VFile): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const lines = linesOf(node, file)
    const [header = '', dashes = ''] = lines
    if (
      !/^\|?[ \t]*:?-/.test(dashes) ||
      !SEPARATOR.test(dashes) ||
      !lines.every((line) => line.includes('|'))
    )
      return undefined
    const table = countCells(header) < countCells(dashes) ? readTable(lines) : undefined
    return (
      table &&
      replaceChild(parent, index, [build(table, node, listDefinitions(tree), file, table.alignments.length)])
    )
  })
}

function countCells(line: string): number {
  return splitCells(line.replace(/^\s*\|/, '').replace(/\|\s*$/, '')).length
}

/** A line of dashes above the header, which kramdown does not show and GFM takes for a paragraph. */
function isTopRule(lines: readonly string[], { position }: Paragraph, next: Nodes | undefined): boolean {
  const [line = ''] = lines
  const isRule = lines.length === 1 && line.includes('|') && SEPARATOR.test(line)
  return isRule && next?.type === 'table' && next.position?.start.line === (position?.end.line ?? 0) + 1
}

/** Kramdown splits formulas and tags at their pipes too, which no author wants. */
function hasOwnPipes(paragraph: Paragraph, lines: readonly string[]): boolean {
  let isOwn = lines.some((line) => /\{[{%][^}]*\|[^}]*\}/.test(line))
  visit(paragraph, 'inlineMath', ({ value }) => {
    isOwn ||= value.includes('|')
  })
  return isOwn
}

/** The source of a block, without the notation of quotations around it. */
function linesOf({ position }: Paragraph | Table, file: VFile): string[] {
  if (position?.start.offset === undefined || position.end.offset === undefined) return []
  const source = String(file).slice(position.start.offset, position.end.offset)
  return source.split('\n').map((line) => line.replace(/^(?:[ \t]*>)*[ \t]*/, '').trimEnd())
}

/** Whether kramdown reads the rows as GFM does: no row has more cells than the first, and no further line of dashes follows. */
function isSame({ align }: Table, lines: readonly string[]): boolean {
  return lines.every((line, index) => {
    if (index > 1 && line.includes('-') && SEPARATOR.test(line)) return false
    return countCells(line) <= (align?.length ?? 0)
  })
}

function build(
  { groups, alignments }: TableText,
  { position }: Paragraph | Table,
  definitions: string,
  file: VFile,
  minWidth = 0,
): ElementNode {
  const width = Math.max(minWidth, ...groups.flatMap(({ rows }) => rows.map((row) => row.length)))
  const cell = (text: string, tag: string, alignment: Alignment): Content =>
    element(tag, alignment ? { align: alignment } : {}, inline(text), position)
  const inline = (text: string): Content[] => {
    if (text === '') return []
    const source = text.includes('[') ? `${text}\n\n${definitions}` : text
    const blocks = parseFragment(source, contextOf(file).settings, position, { phrasing: true })
    return dropDefinitions(blocks).flatMap((block) => (block.type === 'paragraph' ? block.children : [block]))
  }
  const row = (cells: string[], tag: string): Content =>
    element(
      'tr',
      {},
      Array.from({ length: width }, (_, column) => cell(cells[column] ?? '', tag, alignments[column])),
      position,
    )
  const group = ({ name, rows }: TableGroup): Content =>
    element(
      name,
      {},
      rows.map((cells) => row(cells, name === 'thead' ? 'th' : 'td')),
      position,
    )
  return element('table', {}, groups.map(group), position)
}
