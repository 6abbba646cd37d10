import { printable } from './printable'

/**
 * A message to the author: where it is, what is wrong, and what to do. Every step of the build reports these; no step
 * throws because of what an author wrote.
 */
export interface Problem {
  /** An error would lose or misplace a post, so the build fails; a warning is printed and the build continues. */
  severity: 'error' | 'warning'
  /** `step/rule` in kebab case, e.g. `front-matter/unknown-key`: stable, so that it can be searched for. */
  rule: string
  /** The author's own file, relative to the project, with forward slashes. Never a staged copy. */
  file: string
  /** Counted from 1, in the author's file. */
  line: number
  /** Counted from 1, in UTF-16 code units as editors count. */
  column: number
  /** What is wrong, with the value, as one sentence without the location. */
  message: string
  /** What to write instead, as one sentence. */
  hint?: string
}

/**
 * A problem as one line that terminals and editors make clickable.
 * @returns `path:line:col error: message hint [rule]`
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, hint, rule } = problem
  return printable(`${file}:${line}:${column} ${severity}: ${message}${hint ? ` ${hint}` : ''} [${rule}]`)
}

/**
 * A problem as a GitHub Actions workflow command, which annotates the line of a pull request.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions (the escaping of `%`, CR, LF, `:` and `,`)
 */
export function formatGithubAnnotation(problem: Problem): string {
  const { file, line, column, severity, message, hint, rule } = problem
  const place = `file=${escapeProperty(printable(file))},line=${line},col=${column},title=${escapeProperty(rule)}`
  return `::${severity} ${place}::${escapeData(printable(hint ? `${message} ${hint}` : message))}`
}

/** The position of a problem with a whole file. */
export const FILE_START = { line: 1, column: 1 }

/** A problem with a whole file, located at its start. */
export function problemAtStart(file: string, problem: Omit<Problem, 'file' | 'line' | 'column'>): Problem {
  return { file, ...FILE_START, ...problem }
}

/** Whether a build must stop: an error would lose or misplace a post. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** Sorts by file, line, column, rule: the same run prints the same list. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
