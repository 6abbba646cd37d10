/** A formula on separate lines. Offsets count in the text; the formula is between `from` and `to`. */
export interface TexBlock {
  start: number
  from: number
  to: number
  end: number
  isMultiline: boolean
}

/**
 * Finds formulas that begin a line and end one: `$$ … $$`, `\\[ … \\]` and environments such as `\begin{align}`.
 * Found before the document is parsed, because whether `$$` begins a block is only known at its end: an unclosed one
 * must not include the rest of the document, and a line `- b` in a formula is not a list.
 * @param brackets `\[x\]` is a formula too
 * @returns blocks by their start offset
 */
export function findTexBlocks(text: string, brackets = false): Map<number, TexBlock> {
  const blocks = new Map<number, TexBlock>()
  const lines = linesOf(text)
  let index = 0
  while (index < lines.length) {
    const block = readBlock(lines, index, brackets)
    if (block) {
      blocks.set(block.start, block)
      index = block.last
    }
    index++
  }
  return blocks
}

/** The names of MathJax's and amsmath's environments that need no other formula around them. */
export const ENVIRONMENT =
  /^\\begin\{((?:align|alignat|aligned|equation|eqnarray|gather|multline|flalign|split|cases|array|[bpvBV]?matrix)\*?)\}/

function readBlock(
  lines: Line[],
  first: number,
  brackets: boolean,
): (TexBlock & { last: number }) | undefined {
  const line = lines[first]
  const prefix = PREFIX.exec(line?.text ?? '')?.[0].length ?? 0
  const opening = line?.text.slice(prefix) ?? ''
  const marks = marksOf(opening, brackets)
  if (!line || !marks) return undefined
  const { open, close, isIncluded } = marks
  const start = line.offset + prefix
  const isAlone = opening.slice(open.length).trim() === ''
  for (let index = first; index < lines.length; index++) {
    const { text = '', offset = 0 } = lines[index] ?? {}
    const isFirst = index === first
    const bare = text.replace(PREFIX, '').trimEnd()
    // A blank line ends a formula as it ends a paragraph, unless its `$$` has a line to itself.
    if (bare === '' && !(isAlone && close === '$$')) return undefined
    if (!isFirst && (/^(?:```|~~~)/.test(bare) || (bare.startsWith(open) && bare !== close))) return undefined
    const trimmed = text.trimEnd()
    const closing = isFirst ? trimmed.slice(prefix + open.length) : trimmed
    // `$$x$$ and $$y$$` is a sentence that begins with a formula.
    if (close === '$$' && closing.slice(0, -close.length).includes(close)) return undefined
    if (!closing.endsWith(close) || closing.endsWith(`\\${close}`)) continue
    const end = offset + trimmed.length
    const from = start + (isIncluded ? 0 : open.length)
    const to = end - (isIncluded ? 0 : close.length)
    return { start, from, to, end, isMultiline: !isFirst, last: index }
  }
  return undefined
}

/** What may be before a block on its line: quotations and list items. */
const PREFIX = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t]+)*/

function marksOf(
  opening: string,
  brackets: boolean,
): { open: string; close: string; isIncluded: boolean } | undefined {
  if (/^\$\$(?!\$)/.test(opening)) return { open: '$$', close: '$$', isIncluded: false }
  if (opening.startsWith('\\\\[')) return { open: '\\\\[', close: '\\\\]', isIncluded: false }
  if (brackets && opening.startsWith('\\[')) return { open: '\\[', close: '\\]', isIncluded: false }
  const environment = ENVIRONMENT.exec(opening)
  if (!environment) return undefined
  return { open: environment[0], close: `\\end{${environment[1]}}`, isIncluded: true }
}

function linesOf(text: string): Line[] {
  let offset = 0
  return text.split('\n').map((line) => {
    const made = { text: line, offset }
    offset += line.length + 1
    return made
  })
}

interface Line {
  text: string
  offset: number
}
