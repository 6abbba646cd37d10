import { HIGH_CHARACTERS, toByte } from './windows-1252'

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
  const place = placesOf(text)
  for (const match of text.matchAll(SUSPECT)) {
    const start = match.index
    const end = start + match[0].length
    while ((skip[nextSkip]?.[1] ?? Infinity) <= start) nextSkip++
    if ((skip[nextSkip]?.[0] ?? Infinity) < end) continue
    const repaired = repairRun(match[0], text[start - 1] ?? '', text[end] ?? '')
    if (repaired === match[0]) continue
    runs.push({ ...place.at(start), damaged: match[0], repaired })
    output += text.slice(done, start) + repaired
    done = end
  }
  return { text: output + text.slice(done), runs }
}

/** Lines and columns of places that are asked for in their order: each part of the text is looked at once. */
function placesOf(text: string): { at: (index: number) => { line: number; column: number } } {
  let line = 1
  let lineStart = 0
  return {
    at: (index) => {
      for (let next = text.indexOf('\n', lineStart); next >= 0 && next < index; ) {
        line++
        lineStart = next + 1
        next = text.indexOf('\n', lineStart)
      }
      return { line, column: index - lineStart + 1 }
    },
  }
}

/** Two or more neighbours that all stand for bytes above 0x7F. */
const SUSPECT = new RegExp(`[\\u0080-\\u00FF${HIGH_CHARACTERS}]{2,}`, 'gu')

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
      const inWord = isLatinLetter(part.decoded) && isInWord(parts, index, before, after)
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
  // Nobody ends a word with these two, and they begin all of Latin-1: `Â»`, and `Ã` with a no-break space for `à`.
  // What would be a control is no text by itself, but half of something that was damaged twice.
  if (sequence.length === 4 || sequence === 'Ã\u00A0') return true
  if (sequence.startsWith('Â')) return toByte(sequence.charAt(1)) >= 0xa0
  if (sequence.length === 2 && INNOCENT_FIRST.has(sequence.charAt(0))) return false
  return [...sequence.slice(1)].some((char) => !INNOCENT.has(char))
}

function decode(text: string): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(text, toByte))
  } catch {
    return undefined
  }
}

/** How many bytes a UTF-8 sequence has that begins with this one; 1 for a byte that begins none. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 1
}

/** `cÅ“ur`, `gęślÄ…`: a capital stands neither after a small letter nor, behind a sign, before one. `CAFÉ…` is sound. */
function isInWord(parts: Part[], index: number, before: string, after: string): boolean {
  const left = index === 0 ? before : ''
  const right = index === parts.length - 1 ? after : ''
  return /^[a-z]$/.test(left) || (/^[a-z]$/.test(right) && !/^[A-Z]$/.test(left))
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
