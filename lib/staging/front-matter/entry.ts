import type { Problem } from '../../model/problem'

/** One key of a front matter with its value, whatever language it was written in. */
export interface Entry {
  /** As written: `Title`. */
  key: string
  /** Plain data. Dates stay text. */
  value: unknown
  /** The same tree as `value` with every number and boolean as it was written: `1.10`, not `1.1`. */
  text: unknown
  /** Of the key, counted from 1. Relative to the text that was parsed until `readFrontMatter` makes it the file's. */
  line: number
  column: number
  valuePlace: { line: number; column: number }
}

/** What a parser of one language returns: everything it could read, and what it could not. */
export interface ParsedEntries {
  entries: Entry[]
  problems: EntryProblem[]
}

/** An entry of a text that begins so many lines further down. */
export function moveEntryDown(entry: Entry, lines: number): Entry {
  const { line, column } = entry.valuePlace
  return { ...entry, line: entry.line + lines, valuePlace: { line: line + lines, column } }
}

/** A problem whose file is not known yet; its rule lacks the step before the slash. */
export type EntryProblem = Omit<Problem, 'file'>
