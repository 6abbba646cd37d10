import { trimEndOf } from '../../model/trim-end'
/**
 * YAML as older parsers accepted it, and as much as possible of invalid YAML. Every function keeps the
 * lines of the text, so that positions in messages stay right.
 */

/**
 * Indents the continuation lines of a quoted string that begins after a key, and turns tabs in indentation into spaces. libyaml
 * and js-yaml, which Jekyll and the systems in JavaScript use, read both; the YAML specification does not.
 */
export function indentContinuations(text: string): string {
  let quote: string | undefined
  const lines = text.split('\n').map((line) => {
    if (quote === undefined) {
      const spaced = line.replace(/^[ \t]*\t[ \t]*/, (indent) => indent.replaceAll('\t', '  '))
      const [, opened, rest = ''] = /^\s*(?:- )?[^\s#'"][^:]*:\s+(["'])(.*)$/.exec(spaced) ?? []
      if (opened && !closes(rest, opened)) quote = opened
      return spaced
    }
    const indented = /^\S/.test(line) ? ` ${line}` : line
    if (closes(line, quote)) quote = undefined
    return indented
  })
  return lines.join('\n')
}

/** A top-level key with its value, as text. */
export interface Block {
  key: string
  /** The lines from the key on, to the next key. */
  text: string
  /** The line of the key in the whole text, counted from 0. */
  line: number
  /** The value as written, on one line and without quotes, for use if it cannot be parsed. */
  raw: string
}

/** Splits front matter into its top-level keys: a broken one does not affect the others. */
export function splitBlocks(text: string, separator: ':' | '=' = ':'): Block[] {
  const start = new RegExp(
    `^(["']?)([\\p{L}_][^\\s"':=]*(?: [^\\s"':=]+)*)\\1\\s*${separator}(?:\\s+|$)(.*)$`,
    'u',
  )
  const blocks: Block[] = []
  for (const [line, written] of text.split('\n').entries()) {
    const [, , key, value = ''] = start.exec(written) ?? []
    const last = blocks.at(-1)
    if (key) blocks.push({ key, text: written, line, raw: value })
    else if (last) {
      last.text += `\n${written}`
      if (!/^\s*#/.test(written)) last.raw = `${last.raw} ${written.trim()}`.trim()
    }
  }
  return blocks.map((block) => ({ ...block, raw: unquote(block.raw) }))
}

function closes(text: string, quote: string): boolean {
  const plain = quote === '"' ? text.replace(/\\./g, '') : text.replaceAll("''", '')
  return plain.includes(quote)
}

function unquote(value: string): string {
  const bare = trimEndOf(value.trim(), ',')
  const [, quote, rest = ''] = /^(["'])(.*)$/s.exec(bare) ?? []
  if (!quote) return bare
  const inner = rest.endsWith(quote) ? rest.slice(0, -1) : rest
  // Quotes within make the outer ones part of the text: `"a" and "b"`.
  return inner.includes(quote) ? bare : inner
}
