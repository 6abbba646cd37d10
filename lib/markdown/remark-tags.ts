import type { Paragraph, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context'
import { type Content, isPhrasing } from './nodes'
import type { TagNode } from './remark-tag-syntax'
import { splitHtml } from './tag-html'
import { markLeftovers } from './tag-leftovers'
import { addressOf, joinTagLinks } from './tag-links'
import { blocks, phrasing } from './tag-nodes'
import { type Piece, pairTags } from './tag-pairs'
import { resolveTag } from './tag-resolution'
import { readTag, type Tag } from './tag-source'
import { findTag } from './tags/table'

/**
 * Gives tags their meaning: finds each one's end, looks its name up in the table, and puts what it means into the
 * tree. A tag that has none is shown as its source, and reported.
 */
export function remarkTags() {
  return (tree: Root, file: VFile): void => {
    if (!/\{[%{]/.test(String(file))) return
    visit(tree, 'html', (node, index, parent) => {
      const pieces = splitHtml(node, (source) => addressOf(readTag(source), file))
      if (!pieces || !parent || index === undefined) return undefined
      const siblings = parent.children as Content[]
      siblings.splice(index, 1, ...pieces)
      return index + pieces.length
    })
    const tags = new Map<TagNode, Tag>()
    visit(tree, 'tag', (node) => {
      tags.set(node, readTag(node.value))
    })
    nameEnds([...tags.values()])
    if (tags.size > 0) new TagReader(tags, file).readFlow(tree)
    markLeftovers(tree, file)
  }
}

/** Zola's `{% end %}` names nothing: it ends the last tag that is open. */
function nameEnds(tags: Tag[]): void {
  const open: Tag[] = []
  for (const tag of tags) {
    if (tag.kind === 'open' && tag.isCall) open.push(tag)
    else if (tag.kind === 'close' && tag.name === '') tag.name = open.pop()?.name ?? ''
  }
}

class TagReader {
  readonly #tags: ReadonlyMap<TagNode, Tag>
  readonly #file: VFile
  /** Names that have an end tag somewhere: without one, an unknown tag stands alone. */
  readonly #ended: ReadonlySet<string>

  constructor(tags: ReadonlyMap<TagNode, Tag>, file: VFile) {
    this.#tags = tags
    this.#file = file
    this.#ended = new Set([...tags.values()].filter((tag) => tag.kind === 'close').map((tag) => tag.name))
  }

  /** Reads the tags among blocks, and those in them. */
  readFlow(parent: { children: Content[] } | Root): void {
    const children = parent.children as Content[]
    const nodes = children.flatMap((child) =>
      child.type === 'paragraph' ? this.#splitParagraph(child) : [child],
    )
    const pieces = pairTags(nodes, this.#read, this.#mayClose)
    parent.children = pieces.flatMap((piece) => this.#blocksOf(piece)) as typeof parent.children
  }

  #blocksOf(piece: Piece): Content[] {
    if ('node' in piece && !('tag' in piece)) {
      this.#readInside(piece.node)
      return [piece.node]
    }
    const inner = piece.inner.flatMap((child) => this.#blocksOf(child))
    const made = resolveTag({ ...piece, inner }, this.#file)
    // A word or a link alone on its line is a paragraph.
    return blocks(made)
  }

  #readInside(node: Content): void {
    if (!('children' in node)) return
    const hasPhrasing = node.children.some((child) => isPhrasing(child as Content) || child.type === 'tag')
    if (hasPhrasing) this.#readPhrasing(node as { children: Content[] })
    else this.readFlow(node as { children: Content[] })
  }

  /** Reads the tags of a sentence: a heading's, a cell's, a paragraph's that are no blocks. */
  #readPhrasing(parent: { children: Content[] }): void {
    for (const child of parent.children) this.#readInside(child)
    if (!parent.children.some((child) => child.type === 'tag')) return
    const joined = joinTagLinks(parent.children, this.#read, this.#file)
    const pieces = pairTags(joined, this.#read, this.#mayClose)
    parent.children = pieces.flatMap((piece) => this.#phrasingOf(piece))
  }

  #phrasingOf(piece: Piece): Content[] {
    if ('node' in piece && !('tag' in piece)) return [piece.node]
    const inner = piece.inner.flatMap((child) => this.#phrasingOf(child))
    return phrasing(resolveTag({ ...piece, inner }, this.#file))
  }

  /** Divides a paragraph at the tags that are blocks. */
  #splitParagraph(paragraph: Paragraph): Content[] {
    const { children } = paragraph
    if (!children.some((child) => child.type === 'tag')) return [paragraph]
    const isAlone = children.every((child) => child.type === 'tag' || isBlank(child))
    const inline = isAlone ? new Set<Content>() : this.#inlineTags(children)
    const pieces: Content[] = []
    let sentence: Content[] = []
    const end = (): void => {
      const trimmed = trim(sentence)
      if (trimmed.length > 0) {
        const position = trimmed[0]?.position
        pieces.push({
          ...paragraph,
          children: trimmed as Paragraph['children'],
          position: position ?? paragraph.position,
        })
      }
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

  /** The tags of a paragraph that belong to its sentence. */
  #inlineTags(children: Content[]): Set<Content> {
    const inline = new Set<Content>()
    const settle = (pieces: Piece[]): void => {
      for (const piece of pieces) {
        if (!('tag' in piece)) continue
        const { tag, node, isClosed, inner } = piece
        const row = findTag(tag.name, contextOf(this.#file).settings.tags)
        const isUnknown = !row && (isClosed || !this.#ended.has(tag.name))
        const isRawText = tag.name === 'raw' || tag.kind === 'literal'
        if (row?.inline || isUnknown || isRawText || isInlineText(tag)) inline.add(node)
        settle(inner)
      }
    }
    settle(pairTags(children, this.#read, this.#mayClose))
    // An end tag goes with its beginning.
    const open = new Map<string, boolean[]>()
    for (const child of children) {
      if (child.type !== 'tag') continue
      const tag = this.#read(child)
      const stack = open.get(tag.name) ?? []
      open.set(tag.name, stack)
      if (tag.kind === 'open') stack.push(inline.has(child))
      else if (tag.kind === 'close' && (stack.pop() ?? false)) inline.add(child)
    }
    return inline
  }

  #read = (node: TagNode): Tag => this.#tags.get(node) ?? readTag(node.value)

  #mayClose = (tag: Tag): boolean => {
    if (!this.#ended.has(tag.name)) return false
    const row = findTag(tag.name, contextOf(this.#file).settings.tags)
    return row?.holds !== 'nothing'
  }
}

/** Formulas and code that their author wants in the sentence. */
function isInlineText(tag: Tag): boolean {
  if (tag.text === undefined) return false
  return /\binline\b|hl_inline\s*=\s*"?true/.test(tag.arguments)
}

function isBlank(node: Content): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

function trim(nodes: Content[]): Content[] {
  const result = [...nodes]
  while (result[0] && isBlank(result[0])) result.shift()
  for (let last = result.at(-1); last && isBlank(last); last = result.at(-1)) result.pop()
  const [first] = result
  if (first?.type === 'text') result[0] = { ...first, value: first.value.trimStart() }
  const last = result.at(-1)
  if (last?.type === 'text') result[result.length - 1] = { ...last, value: last.value.trimEnd() }
  return result
}
