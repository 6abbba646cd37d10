import type { Text } from 'mdast'
import type { Position } from 'unist'
import { isFilled } from '../content'
import type { Content } from '../nodes'

/**
 * Replaces what is between two equal delimiters in a sentence, `==marked==`, other nodes between them included. No
 * space may be inside a delimiter.
 * @param make creates the replacement for the delimiters and the nodes between them
 */
export function replaceBetween(
  children: Content[],
  delimiter: string,
  make: (inner: Content[], position: Position | undefined) => Content[],
): void {
  for (let from = 0; from < children.length; from++) {
    const node = children[from]
    if (node?.type !== 'text' || !node.value.includes(delimiter)) continue
    const start = findDelimiter(node.value, delimiter, 0, 'opening')
    if (start < 0) continue
    const close = findClosing(children, from, start + delimiter.length, delimiter)
    if (!close) continue
    const last = children[close.index]
    if (last?.type !== 'text') continue
    const inner =
      close.index === from
        ? [slice(node, start + delimiter.length, close.offset)]
        : [
            slice(node, start + delimiter.length),
            ...children.slice(from + 1, close.index),
            slice(last, 0, close.offset),
          ]
    const pieces = [
      slice(node, 0, start),
      ...make(inner.filter(isFilled), node.position),
      slice(last, close.offset + delimiter.length),
    ]
    children.splice(from, close.index - from + 1, ...pieces.filter(isFilled))
  }
}

function findClosing(
  children: Content[],
  from: number,
  offset: number,
  delimiter: string,
): { index: number; offset: number } | undefined {
  for (let index = from; index < children.length; index++) {
    const node = children[index]
    if (node?.type !== 'text') continue
    const found = findDelimiter(node.value, delimiter, index === from ? offset : 0, 'closing')
    if (found >= 0) return { index, offset: found }
  }
  return undefined
}

/** Comments may have spaces inside their delimiters. */
function findDelimiter(text: string, delimiter: string, from: number, side: 'opening' | 'closing'): number {
  for (let at = text.indexOf(delimiter, from); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    const inside = side === 'opening' ? text[at + delimiter.length] : text[at - 1]
    const isLonger = text[at + delimiter.length] === delimiter[0] || text[at - 1] === delimiter[0]
    if (isLonger) continue
    if (delimiter === '%%' || inside === undefined || /\S/.test(inside)) return at
  }
  return -1
}

function slice(node: Text, from: number, to?: number): Text {
  return { ...node, value: node.value.slice(from, to) }
}
