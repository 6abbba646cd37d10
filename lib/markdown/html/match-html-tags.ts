import type { Html, Parents } from 'mdast'
import { isEndOptional, isTextElement, isVoid } from './element-names'
import type { HtmlTag } from './read-html-tags'

/**
 * Pairs start and end tags by name, and decides which are text.
 * @returns how deep elements are nested
 */
export function matchTags(pieces: Piece[]): number {
  const open = new Map<string, PieceTag[]>()
  let foreign = 0
  for (const { tags } of pieces) {
    for (const tag of tags) {
      const name = tag.name.toLowerCase()
      // `<path>` and `<text>` are elements only in an SVG.
      if (tag.kind === 'foreign' && foreign === 0) tag.isText = true
      if (tag.kind === 'html' && name === 'image' && foreign === 0 && !tag.hasAttributes) tag.isText = true
      if (tag.isText || isVoid(name)) continue
      const stack = open.get(name) ?? []
      if (!tag.isEnd) {
        if (tag.isSelfClosing) continue
        if (name === 'svg' || name === 'math') foreign++
        tag.isOpen = true
        stack.push(tag)
        open.set(name, stack)
        continue
      }
      if (name === 'svg' || name === 'math') foreign = Math.max(0, foreign - 1)
      const start = stack.pop()
      if (start) start.isOpen = false
      else if (tag.kind === 'custom') tag.isText = true
    }
  }
  for (const stack of open.values()) for (const tag of stack) tag.isText = isTextUnclosed(tag)
  return depthOf(pieces)
}

/** Whether a start tag without an end tag is mentioned by the author, not used as markup. */
function isTextUnclosed({ name, kind, hasAttributes, isGlued }: PieceTag): boolean {
  if (kind === 'custom') return !hasAttributes
  if (isTextElement(name)) return true
  // `List<Button>`, `Vec<S>`: a type's parameter, not an element.
  return isGlued && !hasAttributes && /^[A-Z]/.test(name) && !isEndOptional(name)
}

function depthOf(pieces: Piece[]): number {
  let depth = 0
  let deepest = 0
  for (const { tags } of pieces) {
    for (const { name, isText, isOpen, isEnd, isSelfClosing } of tags) {
      if (isText || isOpen || isSelfClosing || isVoid(name) || isEndOptional(name)) continue
      depth = isEnd ? Math.max(0, depth - 1) : depth + 1
      deepest = Math.max(deepest, depth)
    }
  }
  return deepest
}

export interface Piece {
  node: Html
  parent: Parents
  tags: PieceTag[]
}

export interface PieceTag extends HtmlTag {
  /** Shown as it is written. */
  isText: boolean
  /** A start tag without its end tag. */
  isOpen: boolean
  /** Whether a letter is directly before it. */
  isGlued: boolean
}
