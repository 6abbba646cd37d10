import type { ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'

/**
 * Makes paragraphs at blank lines and line breaks at line endings, like WordPress for posts of its classic editor
 * when it shows them.
 * @see https://developer.wordpress.org/reference/functions/wpautop/
 */
export function makeParagraphs(tree: Root): void {
  tree.children = inParagraphs(tree.children)
  for (const child of tree.children) {
    if (child.type === 'element' && CONTAINERS.has(child.tagName)) {
      child.children = inParagraphs(child.children).filter(isContent)
    }
  }
}

/** @see https://html.spec.whatwg.org/multipage/dom.html#phrasing-content */
const PHRASING = new Set(
  'a abbr acronym audio b bdi bdo big br button cite code data del dfn em font i iframe img input ins kbd label mark math object picture q quire-kept ruby s samp select small span strike strong sub sup svg textarea time tt u var video wbr'.split(
    ' ',
  ),
)

const CONTAINERS = new Set(['blockquote', 'div', 'section', 'article', 'center'])

function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = []
  let open: ElementContent[] = []
  const end = () => {
    if (open.some((node) => node.type !== 'text' || node.value.trim() !== '')) result.push(h('p', open))
    open = []
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      node.value.split(/\r?\n[ \t]*\r?\n\s*/).forEach((part, index) => {
        if (index > 0) end()
        const lines = part.split(/\r?\n/)
        lines.forEach((value, line) => {
          const isEdge = (line === 1 && open.length === 0) || (line === lines.length - 1 && value === '')
          if (line > 0 && !isEdge && open.length > 0) open.push(h('br'))
          if (value !== '') open.push({ type: 'text', value })
        })
      })
    } else if (node.type === 'doctype') end()
    else if (node.type === 'comment' || (node.type === 'element' && !PHRASING.has(node.tagName))) {
      end()
      result.push(node)
    } else if (isContent(node)) open.push(node)
  }
  end()
  return result
}

function isContent(node: RootContent): node is ElementContent {
  return node.type === 'element' || node.type === 'text' || node.type === 'comment'
}
