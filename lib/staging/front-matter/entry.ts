import type { Problem } from '../../model/problem'

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
