import { parse, TomlDate, TomlError } from 'smol-toml'
import type { Entry, ParsedEntries } from './entry'

/**
 * Reads TOML as a list of entries with their places.
 * @param text the front matter without its fences, or a whole TOML file
 */
export function parseToml(text: string): ParsedEntries {
  try {
    const lines = text.split('\n')
    const entries = Object.entries(parse(text)).map(([key, value]): Entry => {
      const plain = plainData(value)
      const [line, column] = findKey(lines, key)
      return { key, value: plain, text: asText(plain), line, column, valuePlace: { line, column } }
    })
    return { entries, problems: [] }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const reason = (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '')
    const message = `This is not valid TOML: ${reason}.`
    const hint = 'Put texts between quotes, and write every key once.'
    const { line, column } = error
    return {
      entries: [],
      problems: [{ line, column, severity: 'error', rule: 'broken-toml', message, hint }],
    }
  }
}

/** TOML's own dates become the text that was written; big integers numbers. */
function plainData(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(plainData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainData(item)]))
}

/** TOML asks for quotes around texts, so a bare number is one that the author meant as a number. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]))
  }
  return value === null ? null : String(value)
}

/** The parser gives no places. A key stands at the start of its line, in a table's head or before `=`. */
function findKey(lines: readonly string[], key: string): [line: number, column: number] {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`^\\s*(?:\\[{0,2}\\s*)["']?${name}["']?\\s*[=.\\]]`)
  const index = lines.findIndex((line) => pattern.test(line))
  return [Math.max(index, 0) + 1, 1]
}
