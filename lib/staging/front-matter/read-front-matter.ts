import { type RepairedRun, repairMojibake } from '../text/mojibake'
import type { Entry, EntryProblem, ParsedEntries } from './entry'
import { parseToml } from './toml'
import { parseYaml } from './yaml'

/** A file's front matter and what follows it. */
export interface FrontMatter {
  format: 'yaml' | 'toml' | 'json' | 'none'
  /** In the order of the file, every key once: of two, the last. Lines are the file's. */
  entries: Entry[]
  body: string
  /** The line of the file on which the body begins, counted from 1. */
  bodyLine: number
  /** An error among them means that nothing of the front matter can be relied on. */
  problems: EntryProblem[]
  /** Damaged characters of the front matter that were repaired. */
  repairs: RepairedRun[]
}

/**
 * Takes a file apart. Blank lines and a byte order mark may stand before the fence; line ends of any system do.
 * Executable front matter (`---js`) is refused and never run.
 * @param text the whole file
 */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const fence = lines[first]?.trimEnd() ?? ''
  if (first < 0) return withoutFrontMatter(lines, EMPTY)

  const [, dashes, language = ''] = /^(---|\+\+\+)[ \t]*([a-z]*)$/i.exec(fence) ?? []
  if (dashes) {
    const format = dashes === '+++' ? 'toml' : FORMATS.get(language.toLowerCase())
    if (!format) return withoutFrontMatter(lines, refused(first, language))
    const end = lines.findIndex((line, index) => index > first && isClosing(line, dashes))
    if (end < 0) return withoutFrontMatter(lines, unclosed(first, dashes))
    return readBlock(format, lines, first + 1, end, end + 1)
  }
  if (/^\{\s*(?:"|$)/.test(fence)) {
    const end = lines.findIndex((line, index) => index >= first && /^\}\s*$/.test(line))
    if (end >= 0) return readBlock('json', lines, first, end + 1, end + 1)
  }
  return withoutFrontMatter(lines)
}

const FORMATS = new Map<string, 'yaml' | 'toml' | 'json'>([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
])

const EMPTY: EntryProblem = {
  severity: 'error',
  rule: 'empty-file',
  line: 1,
  column: 1,
  message: 'The file is empty.',
  hint: 'Write something, or delete the file.',
}

function readBlock(
  format: 'yaml' | 'toml' | 'json',
  lines: readonly string[],
  start: number,
  end: number,
  bodyStart: number,
): FrontMatter {
  const { text, runs } = repairMojibake(lines.slice(start, end).join('\n'))
  const parsed = format === 'toml' ? parseToml(text) : parseYaml(text)
  const { entries, problems } = moveDown(parsed, start)
  const unique = keepLast(entries)
  return {
    format,
    entries: unique.entries,
    body: lines.slice(bodyStart).join('\n'),
    bodyLine: bodyStart + 1,
    problems: [...problems, ...unique.problems],
    repairs: runs.map((run) => ({ ...run, line: run.line + start })),
  }
}

function moveDown(parsed: ParsedEntries, lines: number): ParsedEntries {
  return {
    entries: parsed.entries.map((entry) => ({
      ...entry,
      line: entry.line + lines,
      valuePlace: { ...entry.valuePlace, line: entry.valuePlace.line + lines },
    })),
    problems: parsed.problems.map((problem) => ({ ...problem, line: problem.line + lines })),
  }
}

/** Blog systems differ on repeated keys; most take the last. Keys that differ in case alone are the same key. */
function keepLast(entries: readonly Entry[]): ParsedEntries {
  const last = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]))
  const problems = entries
    .filter((entry) => last.get(entry.key.toLowerCase()) !== entry)
    .map(
      (entry): EntryProblem => ({
        severity: 'warning',
        rule: 'duplicate-key',
        line: entry.line,
        column: entry.column,
        message: `\`${entry.key}\` stands here and again in line ${last.get(entry.key.toLowerCase())?.line}; the last one counts.`,
        hint: 'Delete one of them.',
      }),
    )
  return { entries: [...last.values()], problems }
}

function isClosing(line: string, dashes: string): boolean {
  const trimmed = line.trimEnd()
  return trimmed === dashes || (dashes === '---' && trimmed === '...')
}

function unclosed(first: number, dashes: string): EntryProblem {
  return {
    severity: 'error',
    rule: 'unclosed',
    line: first + 1,
    column: 1,
    message: `The front matter begins with \`${dashes}\` and never ends.`,
    hint: `Write \`${dashes}\` on a line of its own after the last key; for a rule at the top of a text write \`***\`.`,
  }
}

function refused(first: number, language: string): EntryProblem {
  return {
    severity: 'error',
    rule: 'executable',
    line: first + 1,
    column: 1,
    message: `Front matter in \`${language}\` is refused: it would have to be run.`,
    hint: 'Write it as YAML between `---` and `---`.',
  }
}

function withoutFrontMatter(lines: readonly string[], problem?: EntryProblem): FrontMatter {
  const problems = problem ? [problem] : []
  return { format: 'none', entries: [], body: lines.join('\n'), bodyLine: 1, problems, repairs: [] }
}
