import type { Parents, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { childrenOf, isPhrase } from '../content'
import { report } from '../context'
import { MAX_DEPTH } from '../limits/max-depth'
import { pointAt } from '../points'
import { showSource } from '../remark-depth'
import { isEndOptional, isFormatting, isVoid } from './element-names'
import { matchTags, type Piece, type PieceTag } from './match-html-tags'
import { type HtmlTag, readHtmlTags } from './read-html-tags'

/**
 * Decides about every tag in the author's HTML before a parser does:
 * - text that only looks like a tag stays text: unknown element names, `Vec<S>`, a `<script>` that never ends;
 * - `<a name="x"/>` is self-closing, and an anchor that is never closed ends immediately;
 * - an inline element that is never closed ends with its paragraph, and does not affect the rest.
 * Everything else is left to the parser, which works like browsers.
 */
export function remarkHtmlTags() {
  return (tree: Root, file: VFile): Root => {
    const pieces = collect(tree)
    if (pieces.length === 0) return tree
    const depth = matchTags(pieces)
    if (depth > MAX_DEPTH) return showSource(tree, file)
    const open = pieces.flatMap(({ tags }) => tags).filter((tag) => tag.isOpen && !tag.isText)
    const closeAll = open.length > MAX_OPEN
    if (closeAll) {
      report(file, tree, {
        rule: 'markdown/unclosed-elements',
        message: `${open.length} HTML elements are never closed; each is treated as empty.`,
        hint: 'Add their end tags, or write them as code.',
      })
    }
    const reported = new Set<string>()
    for (const piece of pieces) {
      reportTexts(piece, file, reported)
      rewrite(piece, closeAll)
    }
    for (const parent of new Set(pieces.map((piece) => piece.parent))) joinTexts(parent)
    if (endsInTable(pieces)) tree.children.push({ type: 'html', value: '</table>' })
    return tree
  }
}

/** How many unclosed elements may contain the rest of the document, as in browsers. More would nest too deep. */
const MAX_OPEN = 50

/** Whether the parser may hold back text: in a table it waits for another tag, and at the end there is none. */
function endsInTable(pieces: Piece[]): boolean {
  const parts = pieces.flatMap(({ tags }) => tags).filter(({ name, isText }) => !isText && TABLE.test(name))
  const hasTable = parts.some(({ name, isOpen }) => /^table$/i.test(name) && !isOpen)
  return parts.some(({ isOpen, isSelfClosing }) => !hasTable || isOpen || isSelfClosing)
}

const TABLE = /^(?:table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)$/i

function collect(tree: Root): Piece[] {
  const pieces: Piece[] = []
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return
    const before = childrenOf(parent)[index - 1]
    const glued = before?.type === 'text' ? before.value.slice(-1) : ''
    const tags = readHtmlTags(node.value).map(
      (tag): PieceTag => ({
        ...tag,
        isText: tag.kind === 'none',
        isOpen: false,
        isGlued: /[\p{L}\p{N}_]/u.test(tag.start > 0 ? (node.value[tag.start - 1] ?? '') : glued),
      }),
    )
    pieces.push({ node, parent, tags })
  })
  return pieces
}

function reportTexts({ node, tags }: Piece, file: VFile, reported: Set<string>): void {
  for (const { name, start, isText, isEnd } of tags) {
    if (!isText || isEnd || reported.has(name)) continue
    reported.add(name)
    const place = node.position ? pointAt(node.value, node.position.start, start) : node
    report(file, place, {
      rule: 'markdown/not-an-element',
      message: `"<${name}" is not an HTML element that can be shown here; it is shown as text.`,
      hint: 'Write it as code, in backticks.',
    })
  }
}

function rewrite({ node, parent, tags }: Piece, closeAll: boolean): void {
  const [first] = tags
  if (isPhrase(parent) && first?.isText && first.start === 0) {
    Object.assign(node, { type: 'text', value: node.value } satisfies Partial<Text>)
    return
  }
  let html = ''
  let from = 0
  const closing: string[] = []
  for (const tag of tags) {
    const { name, start, end, isText, isOpen, isSelfClosing, kind } = tag
    const source = node.value.slice(start, end)
    html += node.value.slice(from, start)
    from = end
    if (isText) html += `&lt;${source.slice(1)}`
    else if (isSelfClosing && kind !== 'foreign' && !isVoid(name))
      html += `${source.replace(/\s*\/>$/, '>')}</${name}>`
    else if (isOpen && (isAnchor(tag, source) || (closeAll && !isEndOptional(name))))
      html += `${source}</${name}>`
    else {
      html += source
      if (isOpen && isFormatting(name)) closing.unshift(`</${name}>`)
    }
  }
  html += node.value.slice(from)
  const end = closing.join('')
  if (isPhrase(parent)) {
    node.value = html
    if (end !== '') childrenOf(parent).push({ type: 'html', value: end })
  } else node.value = html + end
}

/** `<a name="x">`, as anchors were written before ids. */
function isAnchor({ name }: HtmlTag, source: string): boolean {
  return name.toLowerCase() === 'a' && /\s(?:name|id)\s*=/i.test(source) && !/\shref\s*=/i.test(source)
}

/** Joins `Vec`, `<T>` and `, which` into one text node again: later plugins look for notation in whole text nodes. */
function joinTexts(parent: Parents): void {
  const children = childrenOf(parent)
  for (let index = children.length - 1; index > 0; index--) {
    const [before, node] = [children[index - 1], children[index]]
    if (before?.type !== 'text' || node?.type !== 'text' || before.data || node.data) continue
    before.value += node.value
    if (before.position && node.position)
      before.position = { start: before.position.start, end: node.position.end }
    children.splice(index, 1)
  }
}
