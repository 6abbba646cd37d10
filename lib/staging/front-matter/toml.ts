import { parse, TomlDate, TomlError } from 'smol-toml'
import { FILE_START } from '../../model/problem'
import { type Entry, moveEntryDown, type ParsedEntries } from './entry'
import { splitBlocks } from './lenient-yaml'

/**
 * Reads TOML as a list of entries with their positions. Invalid TOML is a warning, and the keys are then read one by one.
 * @param text the front matter without its fences, or a whole TOML file
 */
export function parseToml(text: string): ParsedEntries {
  try {
    return { entries: parseStrict(text), problems: [] }
  } catch (error) {
    const { line, column } = error instanceof TomlError ? error : FILE_START
    const wrong = error instanceof Error ? error.message : String(error)
    const reason = (wrong.split('\n')[0] ?? '').replace('Invalid TOML document: ', '')
    const message = `This is not valid TOML: ${reason}. It was read key by key.`
    const hint = 'Put strings in quotes, and write every key once.'
    return {
      entries: parseBlocks(text),
      problems: [{ line, column, severity: 'warning', rule: 'broken-toml', message, hint }],
    }
  }
}

/** The parser silently turns 30 February into 1 March: such a date stays as written, for `values.ts` to judge. */
function impossibleDate(value: unknown, written: string | undefined): string | undefined {
  if (!(value instanceof TomlDate) || !written || !/^\d{4}-\d\d-\d\d/.test(written)) return undefined
  const isSame = !value.isTime() && value.toISOString().slice(0, 10) === written.slice(0, 10)
  return isSame ? undefined : written
}

/** Each key, and each table, separately; a value that cannot be parsed is read as text. */
function parseBlocks(text: string): Entry[] {
  const tables = text.search(/^[ \t]*\[/m)
  const [plain, rest] = tables < 0 ? [text, ''] : [text.slice(0, tables), text.slice(tables)]
  const blocks = splitBlocks(plain, '=')
  let line = plain.split('\n').length - 1
  for (const table of rest.split(/^(?=[ \t]*\[)/m).filter(Boolean)) {
    blocks.push({ key: '', text: table, line, raw: '' })
    line += table.split('\n').length - 1
  }
  return blocks.flatMap((block): Entry[] => {
    try {
      return parseStrict(block.text).map((entry) => moveEntryDown(entry, block.line))
    } catch {
      // An error in one key does not affect the others.
      if (!block.key) return []
      const place = { line: block.line + 1, column: 1 }
      return [{ key: block.key, value: block.raw, text: block.raw, ...place, valuePlace: place }]
    }
  })
}

function parseStrict(text: string): Entry[] {
  const places = findKeys(text)
  return Object.entries(parse(text)).map(([key, value]): Entry => {
    const { line = 1, written } = places.get(key) ?? {}
    const plain = impossibleDate(value, written) ?? plainData(value)
    return { key, value: plain, text: asText(plain), line, column: 1, valuePlace: { line, column: 1 } }
  })
}

/** TOML dates become strings as written; big integers become numbers. */
function plainData(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(plainData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainData(item)]))
}

/** TOML asks for quotes around texts, so a bare number was meant as a number. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]))
  }
  return value === null ? null : String(value)
}

/** The parser returns no positions. A key is at the start of its line, in a table header or before `=`. */
function findKeys(text: string): Map<string, { line: number; written?: string }> {
  const found = new Map<string, { line: number; written?: string }>()
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^\s{0,40}\[{0,2}\s{0,40}(?:"([^"]*)"|'([^']*)'|([\w-]+))\s{0,40}([=.\]])/.exec(line)
    const key = match?.[1] ?? match?.[2] ?? match?.[3]
    if (!match || key === undefined || found.has(key)) continue
    const written = match[4] === '=' ? line.slice(match[0].length).replace(/#.*/s, '').trim() : undefined
    found.set(key, { line: index + 1, ...(written && { written }) })
  }
  return found
}
