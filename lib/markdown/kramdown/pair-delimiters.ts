/** A delimiter character, or everything between two of them. */
export interface Unit {
  /** The events that it replaces, up to but not including `to`. */
  from: number
  to: number
  /** Of a delimiter: its place in its run. */
  offset: number
  /** Absent for what is between delimiters. */
  marker?: '*' | '_'
  /** The text directly before and after it. */
  before?: string
  after?: string
}

/** The index of a unit that is text, or emphasis around others. `open` and `close` are the first of its delimiters. */
export type EmphasisNode = number | Emphasis

interface Emphasis {
  size: 1 | 2
  open: number
  close: number
  children: EmphasisNode[]
}

/**
 * Pairs delimiters as kramdown does: each that can open looks for the next that can close; without one it is text. Of
 * `**` without an end the second may be text within emphasis.
 * @see https://github.com/gettalong/kramdown/blob/REL_2_4_0/lib/kramdown/parser/kramdown/emphasis.rb
 */
export function pairDelimiters(units: readonly Unit[]): EmphasisNode[] {
  return readSpan({ units, failed: new Set() }, 0, undefined, []).nodes
}

interface Reading {
  units: readonly Unit[]
  /** Where emphasis was found to have no end, so that it is looked for once only. */
  failed: Set<string>
}

interface Stop {
  size: 1 | 2
  marker: '*' | '_'
}

/** @param open the sizes of emphasis around this span: none is nested in its like */
function readSpan(
  reading: Reading,
  from: number,
  stop: Stop | undefined,
  open: readonly number[],
): { nodes: EmphasisNode[]; end: number; isClosed: boolean } {
  const { units } = reading
  const nodes: EmphasisNode[] = []
  let at = from
  while (at < units.length) {
    const unit = units[at]
    if (unit?.marker === undefined) nodes.push(at++)
    else if (stop && nodes.length > 0 && closes(units, at, stop)) return { nodes, end: at, isClosed: true }
    else at = readEmphasis(reading, at, unit.marker, open, nodes)
  }
  return { nodes, end: at, isClosed: false }
}

/** @returns the index after it */
function readEmphasis(
  reading: Reading,
  at: number,
  marker: '*' | '_',
  open: readonly number[],
  nodes: EmphasisNode[],
): number {
  const { units, failed } = reading
  const size = sizeAt(units, at) > 1 ? 2 : 1
  const next = at + size
  const add = (length: 1 | 2, start: number): number | undefined => {
    const key = `${start} ${length} ${open.join()}`
    if (failed.has(key)) return undefined
    const inner = readSpan(reading, start, { size: length, marker }, [...open, length])
    if (!inner.isClosed) {
      failed.add(key)
      return undefined
    }
    nodes.push({ size: length, open: start - length, close: inner.end, children: inner.nodes })
    return inner.end + length
  }
  const isText =
    open.includes(size) ||
    isSpace(units[next - 1]?.after) ||
    (marker === '_' && /\p{L}-?\p{L}*$/u.test(units[at]?.before ?? ''))
  if (!isText) {
    const found = add(size, next) ?? (size === 2 && open.at(-1) !== 1 ? add(1, at + 1) : undefined)
    if (found !== undefined) return found
  }
  for (let index = at; index < next; index++) nodes.push(index)
  return next
}

function closes(units: readonly Unit[], at: number, { size, marker }: Stop): boolean {
  const first = units[at]
  const run = sizeAt(units, at)
  if (first?.marker !== marker || run < size || isSpace(first.before?.at(-1))) return false
  // `**` within emphasis opens or closes strong text.
  if (size === 1 && run === 2) return false
  return marker !== '_' || !/[\p{L}\p{N}]/u.test(units[at + size - 1]?.after ?? '')
}

/** How many of the same delimiter follow one another from here, in one run. */
function sizeAt(units: readonly Unit[], at: number): number {
  const run = units[at]?.from
  let end = at
  while (units[end]?.marker !== undefined && units[end]?.from === run) end++
  return end - at
}

/** Line endings are spaces here; a no-break space is none, as in Ruby. */
function isSpace(text: string | undefined): boolean {
  return text === undefined || text === ' '
}
