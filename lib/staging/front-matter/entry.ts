import type { Problem } from '../../model/problem'
import { wellFormed } from '../../model/well-formed'
import { isMap } from './is-map'

/** One key of a front matter with its value, from any front matter language. */
export interface Entry {
  /** As written: `Title`. */
  key: string
  /** Plain data. Dates stay strings. */
  value: unknown
  /** The same tree as `value` with every number and boolean as it was written: `1.10`, not `1.1`. */
  text: unknown
  /** Line of the key, counted from 1. Relative to the parsed text until `readFrontMatter` makes it relative to the file. */
  line: number
  column: number
  valuePlace: { line: number; column: number }
}

/** The result of a parser of one language: everything it could read, and the problems. */
export interface ParsedEntries {
  entries: Entry[]
  problems: EntryProblem[]
}

/** Moves an entry down by a number of lines. */
export function moveEntryDown(entry: Entry, lines: number): Entry {
  const { line, column } = entry.valuePlace
  return { ...entry, line: entry.line + lines, valuePlace: { line: line + lines, column } }
}

/** A problem whose file is not known yet; its rule lacks the step before the slash. */
export type EntryProblem = Omit<Problem, 'file'>

/**
 * Replaces halves of surrogate pairs in everything that was read (`"\uD800"` in YAML is one), and reports the entries
 * that had any.
 */
export function withWholeCharacters<Parsed extends ParsedEntries>(parsed: Parsed): Parsed {
  const problems: EntryProblem[] = []
  const entries = parsed.entries.map((entry) => {
    if (!hasHalf([entry.key, entry.value])) return entry
    problems.push({
      ...entry.valuePlace,
      severity: 'warning',
      rule: 'half-character',
      message: `\`${wellFormed(entry.key)}\` contains half of a character (a lone surrogate), which is replaced by U+FFFD.`,
      hint: 'Write the character itself instead of `\\u` escapes.',
    })
    const [key, value, text] = [wellFormed(entry.key), wholeDeep(entry.value), wholeDeep(entry.text)]
    return { ...entry, key, value, text }
  })
  return problems.length === 0 ? parsed : { ...parsed, entries, problems: [...parsed.problems, ...problems] }
}

function hasHalf(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Cs}/u.test(value)
  if (Array.isArray(value)) return value.some(hasHalf)
  return isMap(value) && Object.entries(value).some(hasHalf)
}

function wholeDeep(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return value.map(wholeDeep)
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [wellFormed(key), wholeDeep(each)]))
}
