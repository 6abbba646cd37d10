import type { Text } from 'mdast'
import type { Point } from 'unist'
import { FILE_START } from '../model/problem'

/** The position of a character in a text node. Escapes before it on the same line move it: the line is always right. */
export function pointIn(node: Text, index: number): Point {
  return pointAt(node.value, node.position?.start ?? FILE_START, index)
}

/** The position of a character in a string that begins at a point. */
export function pointAt(text: string, start: Point, index: number): Point {
  const before = text.slice(0, index)
  const lines = before.split('\n')
  const last = lines.at(-1)?.length ?? 0
  const offset = start.offset === undefined ? {} : { offset: start.offset + index }
  const column = lines.length > 1 ? last + 1 : start.column + last
  return { line: start.line + lines.length - 1, column, ...offset }
}
