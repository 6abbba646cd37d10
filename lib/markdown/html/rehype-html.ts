import type { Nodes, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import { EXIT, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/**
 * Makes the author's raw HTML part of the tree, by the rules browsers read HTML by. A text without any is left alone:
 * its tree is right already, and reading it again would cost as much as parsing it did.
 */
export function rehypeHtml() {
  const parseRaw = rehypeRaw()
  return (tree: Root, file: VFile): Root => {
    if (!needsParsing(tree)) return tree
    keepFirstLineEndings(tree)
    return parseRaw(tree, file)
  }
}

/** Blocks that end the paragraph they are in, which happens only when the tree is read as HTML. */
const blocks = new Set([
  'figure',
  'aside',
  'details',
  'blockquote',
  'div',
  'nav',
  'p',
  'pre',
  'ul',
  'ol',
  'table',
])

function needsParsing(tree: Root): boolean {
  let found = false
  visit(tree, (node, _index, parent) => {
    const isMisplaced =
      node.type === 'element' &&
      parent?.type === 'element' &&
      parent.tagName === 'p' &&
      blocks.has(node.tagName)
    if (node.type !== 'raw' && !isMisplaced) return undefined
    found = true
    return EXIT
  })
  return found
}

/**
 * HTML ignores a line ending directly behind `<pre>`. Raw nodes are read by that rule, but with it one is lost that
 * follows `<pre><code>`.
 */
function keepFirstLineEndings(tree: Root): void {
  visit(tree, 'element', (node) => {
    const [code] = node.tagName === 'pre' ? node.children : []
    const text: Nodes | undefined = code?.type === 'element' ? code.children[0] : undefined
    if (text?.type === 'text' && text.value.startsWith('\n')) text.value = `\n${text.value}`
  })
}
