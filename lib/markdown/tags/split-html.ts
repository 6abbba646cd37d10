import type { Html } from 'mdast'
import type { Position } from 'unist'
import type { Content } from '../nodes'
import { pointAt } from '../points'

/**
 * Finds the tags within raw HTML, which Markdown does not parse: `<div>\n{% youtube x %}\n</div>`.
 * @param addressOf returns the URL for a tag in an attribute's value; undefined leaves it unchanged
 * @param isRaw whether the tag of a name contains text: it is one piece with its end tag
 * @returns the HTML around them and the tags, in order; undefined if there are none
 */
export function splitHtml(
  node: Html,
  addressOf: (source: string) => string | undefined,
  isRaw: (name: string) => boolean,
): Content[] | undefined {
  if (!/\{%|\{\{[<%]/.test(node.value)) return undefined
  const pieces: Content[] = []
  let html = ''
  let from = 0
  const push = (end: number): void => {
    if (html !== '') pieces.push({ type: 'html', value: html, position: positionAt(node, from, end) })
    html = ''
    from = end
  }
  const part = new RegExp(PART)
  for (let match = part.exec(node.value); match; match = part.exec(node.value)) {
    const [written] = match
    const source = /^\{/.test(written) ? withRawText(node.value, match.index, written, isRaw) : written
    const end = match.index + source.length
    part.lastIndex = end
    if (/^\{/.test(source)) {
      push(match.index)
      pieces.push({ type: 'tag', value: source, position: positionAt(node, match.index, end) })
      from = end
    } else if (source.startsWith('<') && !/^<(?:!--|pre|code|script|style)/i.test(source)) {
      html += source.replaceAll(TAG, (tag) => addressOf(tag) ?? tag)
    } else html += source
  }
  push(node.value.length)
  return pieces.some((piece) => piece.type === 'tag') ||
    pieces[0]?.type !== 'html' ||
    pieces[0].value !== node.value
    ? pieces
    : undefined
}

/** A tag that contains text, with the text and its end tag; any other tag alone. */
function withRawText(html: string, start: number, tag: string, isRaw: (name: string) => boolean): string {
  const [, name] = /^(?:\{%[-~]?|\{\{[<%])\s*([\w-]+)/.exec(tag) ?? []
  if (name === undefined || !isRaw(name)) return tag
  END.lastIndex = start + tag.length
  for (let end = END.exec(html); end; end = END.exec(html))
    if ((end[1] ?? end[2]) === name) return html.slice(start, END.lastIndex)
  return tag
}

const END = /\{%[-~]?\s*end([\w-]+?)\s*[-~]?%\}|\{\{[<%]\s*\/\s*([\w-]+?)\s*[>%]\}\}/g
/** Any tag, complete. */
export const TAG = /\{%[\s\S]*?%\}|\{\{<[\s\S]*?>\}\}|\{\{%[\s\S]*?%\}\}/g

/** Elements in which tags stay text, complete; an element's tag with its attributes; a tag; any other character. */
const PART = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /<(pre|code|script|style)\b[\s\S]*?<\/\1\s*>/,
    /<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/,
    TAG,
    /[^<{]+|[<{]/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gi',
)

function positionAt(node: Html, from: number, to: number): Position | undefined {
  const start = node.position?.start
  return start && { start: pointAt(node.value, start, from), end: pointAt(node.value, start, to) }
}
