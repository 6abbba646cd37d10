import { isTextElement, kindOfName, type NameKind } from './element-names'

/** A tag in raw HTML, or text that begins like one. Offsets are relative to the parsed text. */
export interface HtmlTag {
  start: number
  /** After `>`; after the name if `kind` is `none`. */
  end: number
  /** As written. */
  name: string
  kind: NameKind
  isEnd: boolean
  isSelfClosing: boolean
  hasAttributes: boolean
}

/**
 * Finds the tags of raw HTML as browsers do: not in comments, not in the text of scripts. Reads every
 * character at most twice, for any input.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function readHtmlTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = []
  const lastEnd = html.lastIndexOf('>')
  const lastQuote = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") }
  const lastCommentEnd = html.lastIndexOf('-->')
  const endless = new Set<string>()
  let from = 0
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', from)) {
    from = start + 1
    const next = html[from] ?? ''
    if (next === '!' || next === '?') {
      from = endOfDeclaration(html, start, lastCommentEnd)
      if (from === start + 2) tags.push(textTag(start, from, next))
      continue
    }
    if (next === '/' && !/[A-Za-z]/.test(html[start + 2] ?? '')) {
      tags.push(textTag(start, start + 2, next))
      continue
    }
    NAME.lastIndex = start
    const match = NAME.exec(html)
    const name = match?.[2]
    if (!match || !name) continue
    const isEnd = match[1] === '/'
    const nameEnd = start + match[0].length
    const kind = name.length > MAX_NAME ? 'none' : kindOfName(name)
    const shape = kind === 'none' || nameEnd > lastEnd ? undefined : readRest(html, nameEnd, lastQuote)
    if (!shape) {
      tags.push({ ...textTag(start, nameEnd, name), isEnd })
      continue
    }
    tags.push({ start, name, kind, isEnd, ...shape })
    from = shape.end
    if (!isEnd && !shape.isSelfClosing && isTextElement(name)) from = skipText(html, from, name, endless)
  }
  return tags
}

/** The text between `<` and a space: if it is longer than any element name, it is not a tag. */
const MAX_NAME = 60
const NAME = new RegExp(`<(/?)([A-Za-z][^\\s/>]{0,${MAX_NAME}})`, 'y')

/** The attributes of a tag, up to its `>`. An unclosed quote does not count as one. */
function readRest(
  html: string,
  nameEnd: number,
  lastQuote: Readonly<Record<'"' | "'", number>>,
): Pick<HtmlTag, 'end' | 'isSelfClosing' | 'hasAttributes'> | undefined {
  let index = nameEnd
  while (index < html.length) {
    const character = html[index]
    if (character === '>') {
      const written = html.slice(nameEnd, index)
      const isSelfClosing = written.endsWith('/')
      const attributes = isSelfClosing ? written.slice(0, -1) : written
      return { end: index + 1, isSelfClosing, hasAttributes: attributes.trim() !== '' }
    }
    index++
    if (character !== '=') continue
    while (/\s/.test(html[index] ?? '')) index++
    const quote = html[index]
    if ((quote === '"' || quote === "'") && lastQuote[quote] > index)
      index = html.indexOf(quote, index + 1) + 1
  }
  return undefined
}

/**
 * The end of a comment or a document type; after `<!` or `<?` if it is neither. Browsers hide the text after those up to
 * the next `>`, but authors want it to be seen: `<?php`, `<![CDATA[`, a comment that never ends.
 */
function endOfDeclaration(html: string, start: number, lastCommentEnd: number): number {
  const isComment = html.startsWith('<!--', start)
  if (!isComment && !/^<!doctype\s/i.test(html.slice(start, start + 10))) return start + 2
  if (isComment && lastCommentEnd < start + 2) return start + 2
  const end = isComment ? html.indexOf('-->', start + 2) : html.indexOf('>', start)
  if (end < 0) return start + 2
  return end + (isComment ? 3 : 1)
}

function textTag(start: number, end: number, name: string): HtmlTag {
  return { start, end, name, kind: 'none', isEnd: false, isSelfClosing: false, hasAttributes: false }
}

/**
 * The end of the text of a script or similar element; if it does not end here, nothing is skipped.
 * @param endless names without an end tag in the rest, so that each is searched for only once
 */
function skipText(html: string, from: number, name: string, endless: Set<string>): number {
  const key = name.toLowerCase()
  if (endless.has(key)) return from
  const end = new RegExp(`</${key}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  const match = end.exec(html)
  if (!match) endless.add(key)
  return match?.index ?? from
}
