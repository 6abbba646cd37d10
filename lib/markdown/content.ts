import type { Nodes, Paragraph, Parents, PhrasingContent } from 'mdast'
import { phrasing as isMarkdownPhrasing } from 'mdast-util-phrasing'
import type { Content } from './nodes'

// mdast's types keep blocks and phrasing apart, and the trees of dialects do not: what joins the two is here.

/** A node's children, whatever they are. The array is the node's own: a change to it changes the tree. */
export function childrenOf(parent: Parents): Content[] {
  return parent.children as Content[]
}

/**
 * Puts nodes into the place of one.
 * @returns the index behind them, where a visitor goes on
 */
export function replaceChild(parent: Parents, index: number, nodes: Content[]): number {
  childrenOf(parent).splice(index, 1, ...nodes)
  return index + nodes.length
}

/** Whether a node belongs to a sentence. Raw HTML, which may be either, does not. */
export function isPhrasing(node: Content): node is PhrasingContent {
  return node.type === 'element' ? !blockElements.has(node.data.hName) : isMarkdownPhrasing(node)
}

/** Whether a node holds a sentence, or a part of one. */
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

/** Whether a node is anything but an empty text: what cutting a text leaves. */
export function isFilled(node: Nodes): boolean {
  return node.type !== 'text' || node.value !== ''
}

/** Phrasing of any content: the content of several paragraphs becomes that of one. */
export function phrasing(nodes: Content[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const gap: PhrasingContent[] =
      index > 0 && node.type === 'paragraph' ? [{ type: 'text', value: ' ' }] : []
    if (node.type === 'paragraph') return [...gap, ...node.children]
    // In a sentence the paragraph within an embed would end the one around it.
    if (node.type === 'element' && node.data.hName === 'x-embed')
      return [{ ...node, children: phrasing(node.children) }]
    // Any other block stays what it is: HTML itself decides what becomes of the paragraph.
    return [node as PhrasingContent]
  })
}

/** Blocks of any content: phrasing is put into paragraphs. */
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
