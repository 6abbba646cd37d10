import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import { FILE_START } from '../../model/problem'
import {
  type Entry,
  type EntryProblem,
  moveEntryDown,
  type ParsedEntries,
  withWholeCharacters,
} from './entry'
import { indentContinuations, splitBlocks } from './lenient-yaml'

/**
 * Reads YAML (and JSON, which YAML contains) as a list of entries with their positions. Nothing in it is executed: unknown
 * tags are reported and their values stay plain text. Invalid YAML is a warning, and as much as possible is read: as
 * older parsers read it, else one key after the other.
 * @param text the front matter without its fences, or a whole YAML file
 */
export function parseYaml(text: string): ParsedEntries {
  const strict = parseStrict(text)
  if (strict.isValid) return withWholeCharacters(strict)
  const lenient = parseStrict(indentContinuations(text))
  return withWholeCharacters(
    lenient.isValid ? lenient : { entries: parseBlocks(text), problems: strict.problems },
  )
}

/** Each key separately; a value that cannot be parsed is read as text. */
function parseBlocks(text: string): Entry[] {
  return splitBlocks(text).flatMap(({ key, text: block, line, raw }) => {
    const { entries, isValid } = parseStrict(indentContinuations(block))
    if (isValid) return entries.map((entry) => moveEntryDown(entry, line))
    const place = { line: line + 1, column: 1 }
    return [{ key, value: raw, text: raw, ...place, valuePlace: place }]
  })
}

function parseStrict(text: string): ParsedEntries & { isValid: boolean } {
  try {
    return parseEntries(text)
  } catch (error) {
    // The parser is recursive: input nested ten thousand levels deep overflows the stack.
    const message = `This YAML cannot be read: ${firstLine(error instanceof Error ? error.message : String(error))}`
    const hint = 'Look for brackets that are not closed, or aliases (`*name`) of aliases.'
    return {
      entries: [],
      problems: [{ ...FILE_START, severity: 'warning', rule: 'broken-yaml', message, hint }],
      isValid: false,
    }
  }
}

function parseEntries(text: string): ParsedEntries & { isValid: boolean } {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    merge: true,
  })
  const problems: EntryProblem[] = document.errors.slice(0, 1).map((error) => ({
    ...place(
      lines,
      error.code === 'MISSING_CHAR' ? startOfEntry(document.contents, error.pos[0]) : error.pos[0],
    ),
    severity: 'warning',
    rule: 'broken-yaml',
    message: `This is not valid YAML: ${firstLine(error.message)} It was read key by key.`,
    hint: 'Put values that contain a colon, a quote or another special YAML character in quotes.',
  }))
  for (const warning of document.warnings) {
    const message = firstLine(warning.message)
    problems.push({ ...place(lines, warning.pos[0]), severity: 'warning', rule: 'yaml', message })
  }
  if (document.errors.length > 0) return { entries: [], problems, isValid: false }
  if (document.contents === null) return { entries: [], problems, isValid: true }
  if (!isMap(document.contents)) {
    const hint = 'Write one `key: value` per line.'
    const message = 'This is not a list of keys and values.'
    problems.push({ ...FILE_START, severity: 'warning', rule: 'not-a-map', message, hint })
    return { entries: [], problems, isValid: true }
  }
  const entries: Entry[] = []
  for (const pair of document.contents.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const key = String(pair.key.value)
    const value = pair.value as Node | null
    const valuePlace = place(lines, value?.range?.[0] ?? pair.key.range?.[0] ?? 0)
    const read = readValue(value, document, text)
    if (read.wrong) problems.push({ ...valuePlace, severity: 'warning', rule: 'yaml', ...read.wrong })
    entries.push({
      key,
      value: read.value,
      text: read.text,
      ...place(lines, pair.key.range?.[0] ?? 0),
      valuePlace,
    })
  }
  return { entries, problems, isValid: true }
}

/**
 * A value, and the same with numbers as they were written. If its aliases cannot be resolved (`*really*` is text to
 * its author), it is the text as written.
 */
function readValue(value: Node | null, document: Document, source: string): Value {
  if (value === null) return { value: null, text: null }
  try {
    // Throws for an unknown alias, and for aliases that would expand to millions of values.
    const plain: unknown = value.toJS(document)
    checkDepth(plain, 0)
    const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)
    return { value: plain, text: writtenText(value, resolve) }
  } catch (error) {
    const written = source.slice(value.range?.[0], value.range?.[1]).trim()
    const reason = firstLine(error instanceof Error ? error.message : String(error))
    const message = `This value is read as text, because its aliases cannot be resolved: ${reason}`
    const hint = `Put it in quotes: \`${JSON.stringify(written.slice(0, 60))}\`.`
    return { value: written, text: written, wrong: { message, hint } }
  }
}

/** A list that refers to itself never ends, and deep nesting overflows the stack of later steps. */
function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH)
    throw new Error(`it is nested more than ${MAX_DEPTH} levels deep, or refers to itself`)
  for (const child of Object.values(value)) checkDepth(child, depth + 1)
}

const MAX_DEPTH = 64

interface Value {
  value: unknown
  text: unknown
  wrong?: { message: string; hint: string }
}

/** An unclosed quote or bracket is noticed at the end of the text; the problem should point to its beginning. */
function startOfEntry(contents: unknown, offset: number): number {
  const items = isMap(contents) ? contents.items : []
  const starts = items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0))
  return starts.filter((start) => start <= offset).at(-1) ?? offset
}

/** The same tree as the value, but with every number and boolean as it was written: `1.10` stays `1.10`. */
function writtenText(node: unknown, resolve: (node: unknown) => unknown): unknown {
  const target = resolve(node)
  if (isScalar(target)) {
    if (target.value === null) return null
    return typeof target.value === 'string' ? target.value : (target.source ?? String(target.value))
  }
  if (isSeq(target)) return target.items.map((item) => writtenText(item, resolve))
  if (!isMap(target)) return null
  const pairs = target.items.filter((item) => isScalar(item.key))
  return Object.fromEntries(pairs.map((item) => [String(item.key), writtenText(item.value, resolve)]))
}

function place(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]?$/, '.')
}
