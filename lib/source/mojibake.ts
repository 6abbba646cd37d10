/**
 * Repairs text that was UTF-8, was read as Windows-1252 and saved again: `â€™` for `’`, `ðŸ˜‰` for `😉`.
 * It works on one sequence of characters at a time, so that a file may hold damaged and sound text side by side.
 */

export interface Repair {
  text: string
  runs: RepairedRun[]
}

/** Something that was repaired. Line and column count from 1 in the text that came in. */
export interface RepairedRun {
  line: number
  column: number
  damaged: string
  repaired: string
}

/**
 * @param text any text
 * @param skip ranges to leave alone (code), as `[start, end)` indices, in ascending order
 */
export function repairMojibake(text: string, skip: readonly (readonly [number, number])[] = []): Repair {
  const runs: Repair['runs'] = []
  let output = ''
  let done = 0
  let nextSkip = 0
  for (const match of text.matchAll(SUSPECT)) {
    const start = match.index
    const end = start + match[0].length
    while ((skip[nextSkip]?.[1] ?? Infinity) <= start) nextSkip++
    if ((skip[nextSkip]?.[0] ?? Infinity) < end) continue
    const repaired = repairRun(match[0], text[start - 1] ?? '', text[end] ?? '')
    if (repaired === match[0]) continue
    runs.push({ ...placeOf(text, start), damaged: match[0], repaired })
    output += text.slice(done, start) + repaired
    done = end
  }
  return { text: output + text.slice(done), runs }
}

/** Whether the text is worth a closer look: true for few texts, so that callers may do slow work first. */
export function mayHoldMojibake(text: string): boolean {
  return repairMojibake(text).runs.length > 0
}

function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** The characters that Windows-1252 shows for the bytes 0x80 to 0x9F. The five bytes it lacks stay C1 controls. */
const HIGH =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** Two or more neighbours that all stand for bytes above 0x7F. */
const SUSPECT = new RegExp(`[\\u0080-\\u00FF${HIGH}]{2,}`, 'gu')

/**
 * What also follows an accented letter in sound text: closing punctuation (`voilà »`, `Spaß“`) and the letters
 * of Windows-1252 outside Latin-1 (`KNÍŽKA`). A sequence that ends in these alone needs a neighbour to be believed.
 */
const INNOCENT = new Set('\u00A0»›”“’‘…–—·™ŠŽšžŒœŸƒ')

/** Signs that stand before `½` or `²` in sound text: `3×½`. Two bytes that begin with one need a neighbour too. */
const INNOCENT_FIRST = new Set('×Øß')

/** Damaged twice is damaged: `Ã¢â‚¬â„¢`. Four rounds are more than anybody has seen. */
const ROUNDS = 4

const utf8 = new TextDecoder('utf-8', { fatal: true })

function repairRun(run: string, before: string, after: string): string {
  let text = run
  for (let round = 0; round < ROUNDS; round++) {
    const next = repairOnce(text, before, after)
    if (next === text) break
    text = next
  }
  return text
}

function repairOnce(run: string, before: string, after: string): string {
  const parts = splitSequences(run)
  return parts
    .map((part, index) => {
      if (part.decoded === undefined) return part.text
      const beside = parts[index - 1]?.decoded !== undefined || parts[index + 1]?.decoded !== undefined
      const inWord = isLatinLetter(part.decoded) && isLetterBetween(parts, index, before, after)
      return part.certain || beside || inWord ? part.decoded : part.text
    })
    .join('')
}

/** Cuts a run into UTF-8 sequences, each with what it decodes to, and single characters that are none. */
function splitSequences(run: string): Part[] {
  const parts: Part[] = []
  for (let index = 0; index < run.length; ) {
    const length = sequenceLength(toByte(run.charAt(index)))
    const text = run.slice(index, index + length)
    const decoded = length > 1 && text.length === length ? decode(text) : undefined
    if (decoded === undefined) parts.push({ text: run.charAt(index), certain: false })
    else parts.push({ text, decoded, certain: isCertain(text) })
    index += parts.at(-1)?.text.length ?? 1
  }
  return parts
}

function isCertain(sequence: string): boolean {
  if (sequence.length === 4) return true
  if (sequence.length === 2 && INNOCENT_FIRST.has(sequence.charAt(0))) return false
  return [...sequence.slice(1)].some((char) => !INNOCENT.has(char))
}

function decode(text: string): string | undefined {
  try {
    const decoded = utf8.decode(Uint8Array.from(text, toByte))
    // C1 controls are no text: `Â”` is not what is left of anything.
    return /^[\u0080-\u009F]$/.test(decoded) && !SUSPECT_AGAIN.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}

/** Controls that a second round needs, because Windows-1252 has no character for these bytes. */
const SUSPECT_AGAIN = /[\u0081\u008D\u008F\u0090\u009D]/

/** How many bytes a UTF-8 sequence has that begins with this one; 1 for a byte that begins none. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 1
}

function toByte(char: string): number {
  const high = HIGH.indexOf(char)
  return high >= 0 ? 0x80 + high : char.charCodeAt(0)
}

/** `cÅ“ur`: what decodes to a letter and stands before a small letter is one. `CAFÉ…` stands before none. */
function isLetterBetween(parts: Part[], index: number, before: string, after: string): boolean {
  const left = index === 0 ? before : ''
  const right = index === parts.length - 1 ? after : ''
  return /^[a-z]$/.test(right) && !/^[A-Z]$/.test(left)
}

function isLatinLetter(text: string): boolean {
  return /^[\u00C0-\u017F]$/.test(text)
}

interface Part {
  text: string
  decoded?: string
  /** No sound text looks like this. */
  certain: boolean
}
