import { type RepairedRun, repairMojibake } from '../text/mojibake'
import { EMPTY, notRun, unclosed } from './block-problems'
import { type Entry, type EntryProblem, moveEntryDown, type ParsedEntries } from './entry'
import { readListHeader } from './list-header'
import { readMetadataHeader } from './metadata-header'
import { parseToml } from './toml'
import { parseYaml } from './yaml'

/** A file's front matter and what follows it. */
export interface FrontMatter {
  format: 'yaml' | 'toml' | 'json' | 'header' | 'none'
  /** In file order, every key once: the last one is used. Lines are those of the file. */
  entries: Entry[]
  body: string
  /** The line of the file on which the body begins, counted from 1. */
  bodyLine: number
  problems: EntryProblem[]
  /** The file is empty. */
  isEmpty: boolean
  /** The front matter is broken and mentions drafts in a part that could not be read: the post may be meant to stay hidden. */
  mayBeDraft: boolean
  /** Damaged characters of the front matter that were repaired. */
  repairs: RepairedRun[]
}

/**
 * Splits a file. Blank lines and a byte order mark may precede the fence; all kinds of line endings are accepted.
 * Executable front matter (`---js`) is never run: only plain data in it is read.
 * @param text the whole file
 */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const fence = lines[first]?.trimEnd() ?? ''
  if (first < 0) return { ...withoutFrontMatter(lines), isEmpty: true, problems: [EMPTY] }

  const [, dashes, language = ''] = /^(---|\+\+\+)[ \t]*([a-z]*)$/i.exec(fence) ?? []
  if (dashes) {
    const format = dashes === '+++' ? 'toml' : FORMATS.get(language.toLowerCase())
    const end = lines.findIndex((line, index) => index > first && isClosing(line, dashes))
    if (!format) {
      const last = end < 0 ? first : end
      const plain = lines.map((line, index) => (index > first && index < last ? plainValue(line) : line))
      const block = readBlock('yaml', plain, first + 1, last, last + 1)
      const mayBeDraft = mentionsDraft(lines.slice(first, last).join('\n')) && !block.entries.some(isDraftKey)
      return { ...block, problems: [notRun(first, language)], mayBeDraft }
    }
    if (end < 0) return readUnclosed(format, lines, first, dashes)
    return readBlock(format, lines, first + 1, end, end + 1)
  }
  if (/^\{\s*(?:"|$)/.test(fence)) {
    const end = lines.findIndex((line, index) => index >= first && /^\}\s*$/.test(line))
    if (end >= 0) return readBlock('json', lines, first, end + 1, end + 1)
  }
  return readHeader(lines, first) ?? withoutFrontMatter(lines)
}

function readHeader(lines: readonly string[], first: number): FrontMatter | undefined {
  const header = readMetadataHeader(lines, first) ?? readListHeader(lines, first)
  if (!header) return undefined
  const unique = keepLast(header.entries)
  const body = lines.slice(header.end).join('\n')
  return {
    ...withoutFrontMatter(lines),
    format: 'header',
    entries: unique.entries,
    body,
    bodyLine: header.end + 1,
    problems: unique.problems,
  }
}

const FORMATS = new Map<string, 'yaml' | 'toml' | 'json'>([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
])

function readBlock(
  format: 'yaml' | 'toml' | 'json',
  lines: readonly string[],
  start: number,
  end: number,
  bodyStart: number,
): FrontMatter {
  const { text, runs } = repairMojibake(lines.slice(start, end).join('\n'))
  const parsed = format === 'toml' ? parseToml(text) : parseYaml(text)
  // `---`, prose and `---` are prose between two thematic breaks.
  if (parsed.problems.some(({ rule }) => rule === 'not-a-map')) return withoutFrontMatter(lines)
  const { entries, problems } = moveDown(parsed, start)
  const unique = keepLast(entries)
  return {
    format,
    entries: unique.entries,
    body: lines.slice(bodyStart).join('\n'),
    bodyLine: bodyStart + 1,
    problems: [...problems, ...unique.problems],
    isEmpty: false,
    mayBeDraft: problems.length > 0 && mentionsDraft(text) && !unique.entries.some(isDraftKey),
    repairs: runs.map((run) => ({ ...run, line: run.line + start })),
  }
}

function moveDown(parsed: ParsedEntries, lines: number): ParsedEntries {
  return {
    entries: parsed.entries.map((entry) => moveEntryDown(entry, lines)),
    problems: parsed.problems.map((problem) => ({ ...problem, line: problem.line + lines })),
  }
}

/** Blog systems differ on repeated keys; most take the last. Keys that only differ in case are the same key. */
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
        message: `\`${entry.key}\` is set here and again in line ${last.get(entry.key.toLowerCase())?.line}; the last one is used.`,
        hint: 'Delete one of them.',
      }),
    )
  return { entries: [...last.values()], problems }
}

function isClosing(line: string, dashes: string): boolean {
  const trimmed = line.trimEnd()
  return trimmed === dashes || (dashes === '---' && trimmed === '...')
}

/**
 * Front matter without a closing fence: the keys at the top of the file, up to the first other line. If there are
 * no keys, the fence is a thematic break.
 */
function readUnclosed(
  format: 'yaml' | 'toml' | 'json',
  lines: readonly string[],
  first: number,
  dashes: string,
): FrontMatter {
  const key =
    format === 'toml'
      ? /^\s*[\w"'.-]+\s*=|^\[/
      : /^["']?[A-Za-z_][\w \t-]*(?:["']\s*)?:(?:\s|$)|^\s*-\s|^\s+\S|^#/
  let end = first + 1
  while (end < lines.length && key.test(lines[end] ?? '')) end++
  if (end === first + 1 || !/^\S.*[:=]/.test(lines[first + 1] ?? '')) return withoutFrontMatter(lines)
  const block = readBlock(format, lines, first + 1, end, end)
  return { ...block, problems: [unclosed(first, dashes), ...block.problems] }
}

/** A line of a JavaScript object, as YAML if its value is plain data; else an empty line. */
function plainValue(line: string): string {
  const [, key, value] =
    /^\s*["']?(\w+)["']?\s*:\s*("[^"]*"|'[^']*'|\d[\d.-]*|true|false|\[[^\]()]*\])\s*,?\s*$/.exec(line) ?? []
  return key ? `${key}: ${value}` : ''
}

function mentionsDraft(text: string): boolean {
  return /\b(?:draft|publish(?:ed)?)\b/i.test(text)
}

function isDraftKey({ key }: Entry): boolean {
  return /^(?:draft|publish(?:ed)?)$/i.test(key)
}

function withoutFrontMatter(lines: readonly string[]): FrontMatter {
  return {
    format: 'none',
    entries: [],
    body: lines.join('\n'),
    bodyLine: 1,
    problems: [],
    isEmpty: false,
    mayBeDraft: false,
    repairs: [],
  }
}
