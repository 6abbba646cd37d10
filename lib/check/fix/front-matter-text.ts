import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import type { Edit } from './edit'

/** The YAML front matter of a file with the position of its text, so that single values can be replaced. */
export interface FrontMatterText {
  /** Offset of the first character after the line of the opening fence. */
  start: number
  /** Offset of the closing fence. */
  end: number
  pairs: Pair[]
}

/**
 * Finds the YAML front matter of a file.
 * @returns undefined if there is none, if it is TOML or JSON, or if it cannot be edited safely
 */
export function findFrontMatter(text: string): FrontMatterText | undefined {
  const fence = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*(?:ya?ml)?[ \t]*\r?\n/i.exec(text)
  if (!fence) return undefined
  const start = fence[0].length
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start))
  if (!closing) return undefined
  const end = start + closing.index
  const document = parseDocument(text.slice(start, end), { uniqueKeys: false })
  if (document.errors.length > 0) return undefined
  if (document.contents === null) return { start, end, pairs: [] }
  if (!isMap(document.contents) || document.contents.flow) return undefined
  return { start, end, pairs: document.contents.items.filter(isPair) }
}

/** The value of a key, whatever its letter case. */
export function findValue({ pairs }: FrontMatterText, key: string): Node | undefined {
  const pair = pairs.findLast(
    (each) => isScalar(each.key) && String(each.key.value).toLowerCase() === key.toLowerCase(),
  )
  return isNode(pair?.value) ? pair.value : undefined
}

/** Replaces a scalar. @returns undefined if the node has no position in the text */
export function replaceScalar({ start }: FrontMatterText, node: Node, value: string): Edit | undefined {
  if (!isScalar(node) || !node.range) return undefined
  return { from: start + node.range[0], to: start + node.range[1], text: quote(value, node.type) }
}

/** Adds an item to a list, or a list with one item if the key is missing. */
export function addToList(
  found: FrontMatterText,
  text: string,
  key: string,
  value: string,
): Edit | undefined {
  const node = findValue(found, key)
  if (node === undefined) {
    const ending = text.slice(0, found.start).includes('\r\n') ? '\r\n' : '\n'
    return { from: found.end, to: found.end, text: `${key}:${ending}  - ${quote(value)}${ending}` }
  }
  if (isScalar(node) && node.range && typeof node.value === 'string' && node.value !== '') {
    const own = text.slice(found.start + node.range[0], found.start + node.range[1])
    if (own.includes('\n')) return undefined
    return {
      from: found.start + node.range[0],
      to: found.start + node.range[1],
      text: `[${own}, ${quote(value)}]`,
    }
  }
  if (!isSeq(node)) return undefined
  const last = node.items.at(-1)
  if (!isNode(last) || !last.range) return undefined
  const end = found.start + last.range[1]
  if (node.flow) return { from: end, to: end, text: `, ${quote(value)}` }
  const lineStart = text.lastIndexOf('\n', found.start + last.range[0]) + 1
  const indent = /^[ \t]*-[ \t]+/.exec(text.slice(lineStart))?.[0]
  if (indent === undefined) return undefined
  const ending = text.slice(0, found.start).includes('\r\n') ? '\r\n' : '\n'
  return { from: end, to: end, text: `${ending}${indent}${quote(value)}` }
}

/** A value as YAML, in quotes if it could be read as something else or had quotes before. */
export function quote(value: string, style?: string): string {
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(value)
  if (style === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  return /^[\p{L}/][\p{L}\p{N} /_.-]*$/u.test(value) && !AMBIGUOUS.test(value) && value.trim() === value
    ? value
    : JSON.stringify(value)
}

/** Plain scalars that YAML 1.1 or 1.2 does not read as text. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i

function isNode(value: unknown): value is Node {
  return isScalar(value) || isSeq(value) || isMap(value)
}
