import type { Position } from 'unist'
import type { Content } from '../nodes'
import type { Tag } from './read-tag'
import type { TagNode } from './remark-tag-syntax'
import type { TagRow } from './table/meaning'

/** Content in which tags are paired with their end tags. */
export type Piece = { node: Content } | Group

/** A tag with the content between it and its end tag. `isClosed` is false for one without an end tag. */
export interface Group {
  tag: Tag
  node: TagNode
  isClosed: boolean
  inner: Piece[]
  position: Position | undefined
}

/** Deeper than real nesting; without a limit a document could overflow the stack of every later step. */
export const DEEPEST = 50

/** Information about the tags of a document. */
export interface TagLookup {
  read: (node: TagNode) => Tag
  find: (name: string) => TagRow | undefined
  /** Names that have an end tag somewhere: without one, an unknown tag is alone. */
  ended: ReadonlySet<string>
}

export function isGroup(piece: Piece): piece is Group {
  return 'tag' in piece
}

/** Finds each tag's end among its siblings, in one pass. */
export function pairTags(nodes: Content[], { read, find, ended }: TagLookup): Piece[] {
  const result: Piece[] = []
  const open: Group[] = []
  const waiting = new Map<string, number>()
  const add = (piece: Piece): void => {
    const target = open.at(-1)?.inner ?? result
    target.push(piece)
  }
  /** Removes the innermost open tag from the stack; without an end tag, its content comes after it. */
  const pop = (isClosed: boolean): Group | undefined => {
    const group = open.pop()
    if (!group) return undefined
    waiting.set(group.tag.name, (waiting.get(group.tag.name) ?? 1) - 1)
    group.isClosed = isClosed
    const held = isClosed ? [] : group.inner.splice(0)
    add(group)
    for (const piece of held) add(piece)
    return group
  }
  for (const node of nodes) {
    if (node.type !== 'tag') {
      add({ node })
      continue
    }
    const tag = read(node)
    if (tag.kind === 'close' && (waiting.get(tag.name) ?? 0) > 0) {
      while (open.at(-1)?.tag.name !== tag.name) pop(false)
      const closed = pop(true)
      if (closed) closed.position = join(closed.position, node.position)
      continue
    }
    const group: Group = { tag, node, isClosed: false, inner: [], position: node.position }
    const opens =
      tag.kind === 'open' &&
      !tag.selfClosing &&
      tag.text === undefined &&
      ended.has(tag.name) &&
      find(tag.name)?.holds !== 'nothing'
    if (opens && open.length < DEEPEST) {
      open.push(group)
      waiting.set(tag.name, (waiting.get(tag.name) ?? 0) + 1)
    } else add(group)
  }
  while (open.length > 0) pop(false)
  return result
}

function join(from: Position | undefined, to: Position | undefined): Position | undefined {
  return from && to ? { start: from.start, end: to.end } : from
}
