import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from './context'

/**
 * Shows a text as its source whose blocks are nested deeper than anybody reads: every later step goes down into the
 * tree, and would end with the stack. Goes through the tree without going down itself.
 */
export function remarkDepth() {
  return (tree: Root, file: VFile): Root => {
    if (!isTooDeep(tree)) return tree
    report(file, tree, {
      severity: 'error',
      rule: 'markdown/depth',
      message: `The text is nested more than ${DEEPEST} blocks deep; its source is shown instead.`,
      hint: 'Look for a run of ">" or of unclosed HTML elements.',
    })
    return {
      type: 'root',
      children: [{ type: 'code', lang: 'text', value: String(file), position: tree.position }],
    }
  }
}

const DEEPEST = 250

function isTooDeep(tree: Root): boolean {
  let level: Nodes[] = [tree]
  let html = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    const next: Nodes[] = []
    for (const node of level) {
      if (node.type === 'html') html += openElements(node.value)
      if ('children' in node) for (const child of node.children) next.push(child)
    }
    level = next
  }
  return html > DEEPEST
}

/** How many elements a piece of HTML leaves open. */
function openElements(html: string): number {
  const opened = html.match(/<[a-z][^>]*[^/]>|<[a-z]>/gi)?.filter((tag) => !EMPTY.test(tag)).length ?? 0
  return opened - (html.match(/<\/[a-z]/gi)?.length ?? 0)
}

const EMPTY = /^<(?:a|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|tr|th|dt|dd)\b/i
