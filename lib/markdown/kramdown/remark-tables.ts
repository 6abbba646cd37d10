import type { Paragraph, Root, Table } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { traitsOf } from '../../dialects/dialects'
import { replaceChild } from '../content'
import { contextOf } from '../context'
import { type Content, type ElementNode, element } from '../nodes'
import { parseFragment } from '../parse'
import { type Alignment, readTable, splitCells, type TableGroup, type TableText } from './table-rows'

/**
 * Creates the kramdown tables that GFM reads as paragraphs, or whose cells GFM would drop because the first row has
 * fewer. Comes first: it needs the source of each paragraph.
 */
export function remarkTables() {
  return (tree: Root, file: VFile): void => {
    if (!traitsOf(contextOf(file).settings.source.dialect).kramdown || !String(file).includes('|')) return
    const definitions = listDefinitions(tree)
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'paragraph' && node.type !== 'table') || !parent || index === undefined) return
      const lines = linesOf(node, file)
      if (node.type === 'table' ? !dropsCells(node, lines) : hasOwnPipes(node, lines)) return
      const table = lines.every((line) => line.includes('|')) ? readTable(lines) : undefined
      if (table) replaceChild(parent, index, [build(table, node, definitions, file)])
    })
  }
}

/** Kramdown splits formulas and tags at their pipes too, which no author wants. */
function hasOwnPipes({ children }: Paragraph, lines: readonly string[]): boolean {
  if (lines.some((line) => /\{[{%][^}]*\|[^}]*\}/.test(line))) return true
  return children.some((child) => child.type === 'inlineMath' && child.value.includes('|'))
}

/** The source of a block, without the notation of quotations around it. */
function linesOf({ position }: Paragraph | Table, file: VFile): string[] {
  if (position?.start.offset === undefined || position.end.offset === undefined) return []
  const source = String(file).slice(position.start.offset, position.end.offset)
  return source.split('\n').map((line) => line.replace(/^(?:[ \t]*>)*[ \t]*/, '').trimEnd())
}

function dropsCells({ align }: Table, lines: readonly string[]): boolean {
  return lines.some(
    (line) => splitCells(line.replace(/^\s*\|/, '').replace(/\|\s*$/, '')).length > (align?.length ?? 0),
  )
}

/** Definitions that make `[text][name]` a link in a cell too. The URLs come from the definitions of the document. */
function listDefinitions(tree: Root): string {
  const names: string[] = []
  visit(tree, 'definition', ({ identifier, label }) => void names.push(label ?? identifier))
  return names.map((name) => `\n[${name}]: <#>`).join('')
}

function build(
  { groups, alignments }: TableText,
  { position }: Paragraph | Table,
  definitions: string,
  file: VFile,
): ElementNode {
  const width = Math.max(...groups.flatMap(({ rows }) => rows.map((row) => row.length)))
  const cell = (text: string, tag: string, alignment: Alignment): Content =>
    element(tag, alignment ? { align: alignment } : {}, inline(text), position)
  const inline = (text: string): Content[] => {
    if (text === '') return []
    const source = text.includes('[') ? `${text}\n${definitions}` : text
    const blocks = parseFragment(source, contextOf(file).settings, position, { phrasing: true })
    return blocks.flatMap((block): Content[] => {
      if (block.type === 'definition') return []
      return block.type === 'paragraph' ? block.children : [block]
    })
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
