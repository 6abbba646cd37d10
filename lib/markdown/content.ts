import type { Nodes, Paragraph, Parents, PhrasingContent } from 'mdast'
import { phrasing as isMarkdownPhrasing } from 'mdast-util-phrasing'
import type { Content } from './nodes'

// mdast's types separate blocks from phrasing, but the trees of dialects do not: this file bridges the two.

/** A node's children of any type. The array is not a copy: changing it changes the tree. */
export function childrenOf(parent: Parents): Content[] {
  return parent.children as Content[]
}

/**
 * Replaces a node with other nodes.
 * @returns the index after them, where a visitor continues
 */
export function replaceChild(parent: Parents, index: number, nodes: Content[]): number {
  childrenOf(parent).splice(index, 1, ...nodes)
  return index + nodes.length
}

/** Whether a node belongs to a sentence. Raw HTML, which may be either, does not. */
export function isPhrasing(node: Content): node is PhrasingContent {
  return node.type === 'element' ? !blockElements.has(node.data.hName) : isMarkdownPhrasing(node)
}

/** Whether a node contains a sentence, or a part of one. */
export function isPhrase(node: Nodes): boolean {
  return phraseTypes.has(node.type) || (node.type !== 'root' && isPhrasing(node as Content))
}

const phraseTypes = new Set<string>(['paragraph', 'heading', 'tableCell', 'defListTerm'])

const blockElements = new Set([
  'x-embed',
  'figure',
  'aside',
  'details',
  'blockquote',
  'pre',
  'nav',
  'div',
  'p',
  'dl',
  'table',
])

/** Whether a node is something other than an empty text node, which splitting text can leave. */
export function isFilled(node: Nodes): boolean {
  return node.type !== 'text' || node.value !== ''
}

/** Converts any content to phrasing: the content of several paragraphs is joined into one. */
export function phrasing(nodes: Content[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const gap: PhrasingContent[] =
      index > 0 && node.type === 'paragraph' ? [{ type: 'text', value: ' ' }] : []
    if (node.type === 'paragraph') return [...gap, ...node.children]
    // In a sentence, a paragraph inside an embed would end the surrounding paragraph.
    if (node.type === 'element' && node.data.hName === 'x-embed')
      return [{ ...node, children: phrasing(node.children) }]
    // Any other block stays as it is: the HTML parser decides how it splits the paragraph.
    return [node as PhrasingContent]
  })
}

/** Converts any content to blocks: phrasing is wrapped in paragraphs. */
export function blocks(nodes: Content[]): Content[] {
  const result: Content[] = []
  let open: Paragraph | undefined
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      open = undefined
      result.push(node)
      continue
    }
    if (!open) {
      if (node.type === 'text' && node.value.trim() === '') continue
      open = { type: 'paragraph', children: [], position: node.position }
      result.push(open)
    }
    open.children.push(node)
  }
  return result
}
