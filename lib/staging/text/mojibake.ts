import { HIGH_CHARACTERS, toByte } from './windows-1252'

/**
 * Repairs text that was UTF-8, was read as Windows-1252 and saved again: `â€™` for `’`, `ðŸ˜‰` for `😉`.
 * It works on one sequence of characters at a time, so a file may contain both damaged and intact text.
 */

export interface Repair {
  text: string
  runs: RepairedRun[]
}

/** A repaired sequence. Line and column count from 1 in the input. */
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

/** Lines and columns of offsets, queried in ascending order: each part of the text is scanned once. */
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

/** Two or more adjacent characters that all represent bytes above 0x7F. */
const SUSPECT = new RegExp(`[\\u0080-\\u00FF${HIGH_CHARACTERS}]{2,}`, 'gu')

/**
 * Characters that also follow an accented letter in intact text: closing punctuation (`voilà »`, `Spaß“`) and the letters
 * of Windows-1252 outside Latin-1 (`KNÍŽKA`). A sequence with only these at its end needs a damaged neighbour to count.
 */
const INNOCENT = new Set('\u00A0»›”“’‘…–—·™ŠŽšžŒœŸƒ')

/** Characters that occur before `½` or `²` in intact text: `3×½`. Two bytes that begin with one need a neighbour too. */
const INNOCENT_FIRST = new Set('×Øß')

/** Text can be damaged twice: `Ã¢â‚¬â„¢`. Four rounds are more than any text we have seen. */
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

/** Splits a run into UTF-8 sequences, each with its decoded text, and other single characters. */
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
  // No word ends with these two, and they begin all of Latin-1: `Â»`, and `Ã` with a no-break space for `à`.
  // A control character is not text, but half of something that was damaged twice.
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

/** The length of the UTF-8 sequence that begins with this byte; 1 if it begins none. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 1
}

/** `cÅ“ur`, `gęślÄ…`: a capital letter follows a lower-case one, or precedes one after a symbol. `CAFÉ…` is intact. */
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
  /** Intact text never looks like this. */
  certain: boolean
}
