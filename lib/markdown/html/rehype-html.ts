import type { Nodes, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import type { VFile } from 'vfile'
import { EXIT, visit } from '../../model/visit'

/**
 * Parses the author's raw HTML into the tree, by the rules of browsers. A document without any is skipped:
 * its tree is already right, and parsing it again would cost as much as the first time.
 */
export function rehypeHtml() {
  const parseRaw = rehypeRaw()
  return (tree: Root, file: VFile): Root => {
    if (!needsParsing(tree)) return tree
    keepFirstLineEndings(tree)
    return parseRaw(tree, file)
  }
}

/** Blocks that end the paragraph they are in, which only happens when the tree is parsed as HTML. */
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
 * HTML ignores a line ending directly after `<pre>`. Raw nodes are parsed by that rule, but it also removes one that
 * follows `<pre><code>`.
 */
function keepFirstLineEndings(tree: Root): void {
  visit(tree, 'element', (node) => {
    const [code] = node.tagName === 'pre' ? node.children : []
    const text: Nodes | undefined = code?.type === 'element' ? code.children[0] : undefined
    if (text?.type === 'text' && text.value.startsWith('\n')) text.value = `\n${text.value}`
  })
}
