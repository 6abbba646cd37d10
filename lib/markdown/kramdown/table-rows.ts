/** A table as kramdown reads it. Cells are Markdown. */
export interface TableText {
  alignments: Alignment[]
  /** Groups of rows, in order. */
  groups: TableGroup[]
}

export interface TableGroup {
  name: 'thead' | 'tbody' | 'tfoot'
  rows: string[][]
}

export type Alignment = 'left' | 'center' | 'right' | undefined

/**
 * Reads lines as one of kramdown's tables: each line has a pipe outside code, a header is not needed, and separators
 * need not have as many columns as the rows.
 * @param lines without the notation of a quotation or list around them
 * @returns undefined if the lines are not a table
 * @see https://kramdown.gettalong.org/syntax.html#tables
 */
export function readTable(lines: readonly string[]): TableText | undefined {
  const hasLeadingPipe = /^\s*\|/.test(lines[0] ?? '')
  const table: TableText = { alignments: [], groups: [] }
  let rows: string[][] = []
  let hasFooter = false
  const close = (name: TableGroup['name']) => {
    if (rows.length > 0) table.groups.push({ name, rows })
    rows = []
  }
  for (const [index, line] of lines.entries()) {
    if (SEPARATOR.test(line) && (index === 0 || line.includes('|'))) {
      if (rows.length > 0 && table.groups.length === 0 && table.alignments.length === 0 && !hasFooter) {
        close('thead')
        table.alignments = readAlignments(line)
      } else close('tbody')
    } else if (line.includes('|') && FOOTER.test(line)) {
      close('tbody')
      hasFooter = true
    } else {
      const cells = splitCells(line)
      if (cells.length < 2) return undefined
      if (hasLeadingPipe && cells[0]?.trim() === '') cells.shift()
      if (cells.at(-1)?.trim() === '') cells.pop()
      rows.push(cells.map((cell) => cell.trim()))
    }
  }
  close(hasFooter ? 'tfoot' : 'tbody')
  return table.groups.length > 0 ? table : undefined
}

/** A line that separates groups of rows: `|---+:---|`. */
export const SEPARATOR = /^[+|: \t-]*-[+|: \t-]*$/
const FOOTER = /^[+|: \t=]*=[+|: \t=]*$/

function readAlignments(line: string): Alignment[] {
  return [...line.matchAll(/(:?)-+(:?)/g)].map(([, left, right]) => {
    if (left && right) return 'center'
    return left ? 'left' : right ? 'right' : undefined
  })
}

/** Splits a line at pipes that are neither escaped nor in code. */
export function splitCells(line: string): string[] {
  const cells = ['']
  for (const [piece] of line.matchAll(PIECE)) {
    if (piece === '|') cells.push('')
    else cells[cells.length - 1] += piece === '\\|' ? '|' : piece
  }
  return cells
}

const PIECE = /<code\b[^>]*>.*?<\/code>|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\\.|\||`+|[^\\|`<]+|[\\<]/g
