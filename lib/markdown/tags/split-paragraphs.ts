import type { Paragraph, PhrasingContent } from 'mdast'
import type { Content } from '../nodes'
import { type Group, isGroup, type Piece, pairTags, type TagLookup } from './pair-tags'
import type { Tag } from './read-tag'

/** Splits a paragraph at the tags that are blocks: the text around them becomes separate paragraphs. */
export function splitParagraph(paragraph: Paragraph, lookup: TagLookup): Content[] {
  const { children } = paragraph
  if (!children.some((child) => child.type === 'tag')) return [paragraph]
  const isAlone = children.every((child) => child.type === 'tag' || isBlank(child))
  const inline = isAlone ? new Set<Content>() : findInlineTags(children, lookup)
  const pieces: Content[] = []
  let sentence: PhrasingContent[] = []
  const end = (): void => {
    const trimmed = trim(sentence)
    const [first] = trimmed
    if (first)
      pieces.push({ ...paragraph, children: trimmed, position: first.position ?? paragraph.position })
    sentence = []
  }
  for (const child of children) {
    if (child.type === 'tag' && !inline.has(child)) {
      end()
      pieces.push(child)
    } else sentence.push(child)
  }
  end()
  return pieces
}

/** The tags of a paragraph that belong to its sentence, and their end tags. */
function findInlineTags(children: PhrasingContent[], lookup: TagLookup): Set<Content> {
  const inline = new Set<Content>()
  const settle = (pieces: Piece[]): void => {
    for (const piece of pieces) {
      if (!isGroup(piece)) continue
      if (isInline(piece, lookup)) inline.add(piece.node)
      settle(piece.inner)
    }
  }
  settle(pairTags(children, lookup))
  const open = new Map<string, boolean[]>()
  for (const child of children) {
    if (child.type !== 'tag') continue
    const tag = lookup.read(child)
    const stack = open.get(tag.name) ?? []
    open.set(tag.name, stack)
    if (tag.kind === 'open') stack.push(inline.has(child))
    else if (tag.kind === 'close' && (stack.pop() ?? false)) inline.add(child)
  }
  return inline
}

/** An unknown tag is a block only if its end is in another paragraph. */
function isInline({ tag, isClosed }: Group, { find, ended }: TagLookup): boolean {
  const row = find(tag.name)
  if (row?.inline || tag.name === 'raw' || tag.kind === 'literal') return true
  return isInlineText(tag) || (!row && (isClosed || !ended.has(tag.name)))
}

/** Inline formulas and code. */
function isInlineText(tag: Tag): boolean {
  if (tag.text === undefined) return false
  return /\binline\b|hl_inline\s*=\s*"?true/.test(tag.arguments)
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

function trim(nodes: PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes]
  while (result[0] && isBlank(result[0])) result.shift()
  for (let last = result.at(-1); last && isBlank(last); last = result.at(-1)) result.pop()
  const [first] = result
  if (first?.type === 'text') result[0] = { ...first, value: first.value.trimStart() }
  const last = result.at(-1)
  if (last?.type === 'text') result[result.length - 1] = { ...last, value: last.value.trimEnd() }
  return result
}
