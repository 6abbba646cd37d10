import type { Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { blocks, childrenOf, isPhrasing, phrasing, replaceChild } from '../content'
import { contextOf } from '../context'
import type { Content } from '../nodes'
import { addressOf } from './address'
import { joinTagLinks } from './join-links'
import { markLeftovers } from './mark-leftovers'
import { isGroup, type Piece, pairTags, type TagLookup } from './pair-tags'
import { readTag, type Tag } from './read-tag'
import type { TagNode } from './remark-tag-syntax'
import { resolveTag } from './resolve-tag'
import { splitHtml, TAG } from './split-html'
import { splitParagraph } from './split-paragraphs'
import { findTag, isRawTag } from './table/table'

/**
 * Interprets tags: finds the end of each, looks up its name in the table, and puts its meaning into the
 * tree. A tag that has none is shown as its source, and reported.
 */
export function remarkTags() {
  return (tree: Root, file: VFile): void => {
    if (!/\{[%{]/.test(String(file))) return
    const { settings } = contextOf(file)
    const addressOfSource = (source: string) => addressOf(readTag(source), settings)
    visit(tree, ['link', 'image', 'definition'], (node) => {
      if (!('url' in node) || !node.url.includes('{')) return
      // A tag without spaces is part of a destination: `[a]({{<baseurl>}}a.pdf)`.
      node.url = node.url.replaceAll(TAG, (source) => addressOfSource(source) ?? source)
    })
    visit(tree, 'html', (node, index, parent) => {
      const pieces = splitHtml(node, addressOfSource, (name) => isRawTag(name, settings.tags))
      return pieces && parent && index !== undefined ? replaceChild(parent, index, pieces) : undefined
    })
    const lookup = lookUp(tree, file)
    if (lookup) readFlow(tree, lookup, file)
    markLeftovers(tree, file)
  }
}

/** @returns undefined for a document without tags */
function lookUp(tree: Root, file: VFile): TagLookup | undefined {
  const own = contextOf(file).settings.tags
  const tags = new Map<TagNode, Tag>()
  visit(tree, 'tag', (node) => {
    tags.set(node, readTag(node.value))
  })
  if (tags.size === 0) return undefined
  nameEnds([...tags.values()])
  return {
    read: (node) => tags.get(node) ?? readTag(node.value),
    find: (name) => findTag(name, own),
    ended: new Set([...tags.values()].filter((tag) => tag.kind === 'close').map((tag) => tag.name)),
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

/** Reads the tags between blocks, and those inside them. */
function readFlow(parent: Parents, lookup: TagLookup, file: VFile): void {
  const children = childrenOf(parent)
  const nodes = children.flatMap((child) =>
    child.type === 'paragraph' ? splitParagraph(child, lookup) : [child],
  )
  const made = pairTags(nodes, lookup).flatMap((piece) => blocksOf(piece, lookup, file))
  children.splice(0, children.length, ...made)
}

/** A word or a link alone on its line is a paragraph. */
function blocksOf(piece: Piece, lookup: TagLookup, file: VFile): Content[] {
  if (isGroup(piece)) {
    const inner = piece.inner.flatMap((child) => blocksOf(child, lookup, file))
    return blocks(resolveTag({ ...piece, inner }, file))
  }
  readInside(piece.node, lookup, file)
  return [piece.node]
}

function readInside(node: Content, lookup: TagLookup, file: VFile): void {
  if (!('children' in node)) return
  const hasPhrasing = childrenOf(node).some((child) => child.type === 'tag' || isPhrasing(child))
  if (hasPhrasing) readPhrasing(node, lookup, file)
  else readFlow(node, lookup, file)
}

/** Reads the tags of a sentence: a heading's, a cell's, a paragraph's that are no blocks. */
function readPhrasing(parent: Parents, lookup: TagLookup, file: VFile): void {
  const children = childrenOf(parent)
  for (const child of children) readInside(child, lookup, file)
  if (!children.some((child) => child.type === 'tag')) return
  const joined = joinTagLinks([...children], lookup.read, contextOf(file).settings)
  const made = pairTags(joined, lookup).flatMap((piece) => phrasingOf(piece, file))
  children.splice(0, children.length, ...made)
}

function phrasingOf(piece: Piece, file: VFile): Content[] {
  if (!isGroup(piece)) return [piece.node]
  const inner = piece.inner.flatMap((child) => phrasingOf(child, file))
  return phrasing(resolveTag({ ...piece, inner }, file))
}
