import { MAX_DEPTH } from './max-depth'

/**
 * Looks for input that would take a Markdown parser minutes, before it is parsed: thousands of `*`, `_` or `[` in one paragraph
 * (each is compared with those before it), of comments that nothing closes (each is read to the end), of definitions in
 * one document (each moves all that was read), and blocks nested hundreds deep. Scans the text once.
 * @param body Markdown
 * @returns the first of them; undefined for every text written by a person
 */
export function findCostly(body: string): Costly | undefined {
  const block = { marks: 0, opening: 0, closing: 0, open: 0, line: 1, inTable: false }
  let definitions = 0
  let fence: string | undefined
  for (const [index, line] of eachLine(body)) {
    const opening = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (opening?.startsWith(fence) && line.trim() === opening) fence = undefined
      continue
    }
    if (opening) {
      fence = opening
      continue
    }
    if (startsBlock(line, block))
      Object.assign(block, { marks: 0, opening: 0, closing: 0, open: 0, line: index })
    if (markersOf(line) > MAX_DEPTH) return { line: index, what: `blocks nested more than ${MAX_DEPTH} deep` }
    block.marks += countRuns(line)
    block.opening += line.split('[').length - 1
    block.closing += line.split(']').length - 1
    block.open = countOpen(line, block.open)
    if (/^ {0,3}:[ \t]/.test(line)) definitions++
    if (definitions > MAX_DEFINITIONS)
      return { line: index, what: `more than ${MAX_DEFINITIONS} lines that begin like a definition` }
    if (block.open > MAX_OPEN)
      return { line: block.line, what: `more than ${MAX_OPEN} comments that are not closed in one paragraph` }
    if (block.marks > MAX_MARKS)
      return { line: block.line, what: `more than ${MAX_MARKS} runs of * or _ in one paragraph` }
    if (block.opening > MAX_MARKS || block.closing > MAX_MARKS)
      return { line: block.line, what: `more than ${MAX_MARKS} brackets in one paragraph` }
  }
  return undefined
}

/** The longest paragraphs of 20,000 real posts contain some hundreds. At this number the parser takes a third of a second. */
const MAX_MARKS = 4000

/** Comments, instructions and declarations of HTML. With 500 of them, 100 KB take a quarter of a second. */
const MAX_OPEN = 500

/** The longest glossaries of real blogs have some hundreds. */
const MAX_DEFINITIONS = 5000

/** Whether a line ends the paragraph before it: its marks are not compared with those of other lines then. */
function startsBlock(line: string, block: { inTable: boolean }): boolean {
  const text = line.replace(/^(?: {0,3}> ?)+/, '')
  const isEmpty = text.trim() === ''
  if (isEmpty) block.inTable = false
  else if (DELIMITERS.test(text) && text.includes('-')) block.inTable = true
  return isEmpty || block.inTable || /^\s*(?:[-+*]|\d+[.)]|#{1,6})\s/.test(text)
}

/** The second row of a table. Without a bar it is a line or underlines a heading. */
const DELIMITERS = /^[\t :-]*\|[\t :|-]*$/

/** How many `<!--`, `<?` and `<!x` are open behind a line. An end closes those before it. */
function countOpen(line: string, before: number): number {
  if (!line.includes('<') && !line.includes('>')) return before
  let open = before
  for (const [found] of line.matchAll(/<!|<\?|-->|\?>|\]\]>/g)) open = found.startsWith('<') ? open + 1 : 0
  return open
}

function* eachLine(text: string): Generator<[number: number, line: string]> {
  let start = 0
  for (let index = 1; start <= text.length; index++) {
    const end = text.indexOf('\n', start)
    yield [index, end < 0 ? text.slice(start) : text.slice(start, end)]
    if (end < 0) return
    start = end + 1
  }
}

/** How many quotations and lists a line opens. */
function markersOf(line: string): number {
  let count = 0
  for (const [index, character] of [...line.slice(0, 8 * MAX_DEPTH)].entries()) {
    const next = line[index + 1]
    const isMarker = /[-+*]/.test(character) || (/[.)]/.test(character) && /\d/.test(line[index - 1] ?? ''))
    if (character === '>' || (isMarker && (next === ' ' || next === '\t'))) count++
    else if (!/[\s\d.)]/.test(character)) break
  }
  return count
}

function countRuns(line: string): number {
  let runs = 0
  let before = ''
  for (const character of line) {
    if ((character === '*' || character === '_') && character !== before) runs++
    before = character
  }
  return runs
}

export interface Costly {
  /** In the body, counted from 1. */
  line: number
  what: string
}
