import type { Element, Nodes, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import type { VFile } from 'vfile'
import { CONTINUE, visit } from '../../model/visit'
import { contextOf } from '../context'
import { isMath } from '../math/math-nodes'
import { countWords } from './words'

/** Counts the words of the running text, and takes the excerpt and the opening paragraph from it. */
export function rehypeText() {
  return (tree: Root, file: VFile): void => {
    const { settings, rendered } = contextOf(file)
    rendered.words = countWords(proseOf(tree), settings.lang)
    rendered.opening = openingOf(tree)
    rendered.excerpt = textBeforeMore(tree) ?? rendered.opening
  }
}

/** The text that counts for the reading time: code blocks and formulas are not read at the pace of prose. */
function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && isLookedAt(node)) return ' '
  const text = node.children.map(proseOf).join('')
  return node.type === 'element' && inline.has(node.tagName) ? text : `${text} `
}

function isLookedAt(node: Element): boolean {
  return skipped.has(node.tagName) || isMath(node) || node.properties.dataUnresolved !== undefined
}

const skipped = new Set(['pre', 'code', 'style', 'template', 'svg', 'x-embed'])
const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
])

function openingOf(tree: Root): string {
  for (const node of tree.children) {
    if (node.type !== 'element' || node.tagName !== 'p') continue
    const text = plainText(node)
    if (text !== '') return text
  }
  return ''
}

/** The text before `<!--more-->`, if there is one. */
function textBeforeMore(tree: Root): string | undefined {
  const end = tree.children.findIndex(
    (node) => isMore(node) || ('children' in node && node.children.some(isMore)),
  )
  const last = tree.children[end]
  if (!last) return undefined
  // The comment may be inside the last sentence of the excerpt.
  const rest = 'children' in last ? last.children.slice(0, last.children.findIndex(isMore)) : []
  const text = plainText({ type: 'root', children: [...tree.children.slice(0, end), ...rest] })
  return text === '' ? undefined : text
}

function isMore(node: Nodes): boolean {
  return node.type === 'comment' && /^\s*more\b/i.test(node.value)
}

/**
 * Without footnote numbers, whose links are broken in a list, a feed or a search engine, and without the source of tags that
 * cannot be shown: the post shows it, and it says nothing about the post.
 */
function plainText(node: Root | Element): string {
  const copy = structuredClone(node)
  visit(copy, 'element', ({ properties }, index, parent) => {
    const isLeftOut = properties.dataFootnoteRef !== undefined || properties.dataUnresolved !== undefined
    if (!isLeftOut || !parent || index === undefined) return CONTINUE
    parent.children.splice(index, 1)
    return index
  })
  return toText(copy).replaceAll(/\s+/g, ' ').trim()
}
