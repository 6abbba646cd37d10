import type { Paragraph, PhrasingContent, Root, Strong, Text } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { isFilled } from '../content'
import { report } from '../context'
import { pointIn } from '../points'

/**
 * Makes `**lessons learnt **and` strong, as the editor it was exported from did, and moves the space outside. To
 * CommonMark both delimiters are text there: a space is before the second one. Warned about, because the text
 * has another meaning in other Markdown parsers.
 */
export function remarkLooseStrong() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes(' **')) return
    visit(tree, 'paragraph', (paragraph) => {
      while (strengthen(paragraph, file)) {
        // One pair at a time: the children change with each.
      }
    })
  }
}

const OPENING = /(^|[\s(“"'—–-])\*\*(?=[\p{L}\p{N}“"'`])/u
const CLOSING = /([ \t\u00A0])\*\*(?=[\p{L}\p{N},.;:!?)’”])/u

/** @returns whether a pair was found and made strong. */
function strengthen(paragraph: Paragraph, file: VFile): boolean {
  const { children } = paragraph
  for (const [from, node] of children.entries()) {
    if (node.type !== 'text' || isEscaped(node, file)) continue
    const opening = OPENING.exec(node.value)
    if (!opening) continue
    const start = opening.index + (opening[1]?.length ?? 0)
    const close = findClosing(children, from, start + 2, file)
    if (!close) continue
    replacePair(paragraph, { from, start }, close, file)
    return true
  }
  return false
}

function findClosing(
  children: PhrasingContent[],
  from: number,
  offset: number,
  file: VFile,
): Delimiter | undefined {
  for (let index = from; index < children.length; index++) {
    const node = children[index]
    if (node?.type === 'break') return undefined
    if (node?.type !== 'text' || isEscaped(node, file)) continue
    const skipped = index === from ? offset : 0
    const closing = CLOSING.exec(node.value.slice(skipped))
    if (closing) return { from: index, start: skipped + closing.index + 1 }
  }
  return undefined
}

function replacePair(paragraph: Paragraph, open: Delimiter, close: Delimiter, file: VFile): void {
  const { children } = paragraph
  const first = children[open.from]
  const last = children[close.from]
  if (first?.type !== 'text' || last?.type !== 'text') return
  const inner: PhrasingContent[] =
    open.from === close.from
      ? [text(first.value.slice(open.start + 2, close.start), first)]
      : [
          text(first.value.slice(open.start + 2), first),
          ...children.slice(open.from + 1, close.from),
          text(last.value.slice(0, close.start), last),
        ]
  const tail = inner.at(-1)
  if (tail?.type === 'text') tail.value = tail.value.trimEnd()
  const strong: Strong = { type: 'strong', children: inner.filter(isFilled), position: first.position }
  const before = text(first.value.slice(0, open.start), first)
  const after = text(` ${last.value.slice(close.start + 2)}`, last)
  children.splice(open.from, close.from - open.from + 1, ...[before, strong, after].filter(isFilled))
  const words = strong.children.map((child) => ('value' in child ? child.value : '…')).join('')
  report(file, pointIn(first, open.start), {
    rule: 'markdown/loose-strong',
    message: `"**${words} **" ends with a space, which CommonMark does not read as strong; it is shown as strong here.`,
    hint: `Write "**${words}** ", or "\\*\\*" if you mean asterisks.`,
  })
}

/** A backslash in the source may have escaped the asterisks on purpose. */
function isEscaped(node: Text, file: VFile): boolean {
  const { start, end } = node.position ?? {}
  return String(file)
    .slice(start?.offset ?? 0, end?.offset ?? 0)
    .includes('\\*')
}

function text(value: string, { position }: Text): Text {
  return { type: 'text', value, position }
}

interface Delimiter {
  /** Index of the text among its paragraph's children. */
  from: number
  /** Offset of the asterisks in that text. */
  start: number
}
