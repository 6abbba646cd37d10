import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from './context'
import type { Costly } from './limits/find-costly'
import { MAX_DEPTH } from './limits/max-depth'

/**
 * Shows a document as its source if its blocks are nested too deep: every later step recurses into the
 * tree, and would overflow the stack. Walks the tree without recursion.
 */
export function remarkDepth() {
  return (tree: Root, file: VFile): Root => (isTooDeep(tree) ? showSource(tree, file) : tree)
}

/** Reports a document as nested too deep. @returns its source as a block of code */
export function showSource(tree: Root, file: VFile, costly?: Costly): Root {
  report(file, costly ? { line: costly.line, column: 1 } : tree, {
    rule: 'markdown/depth',
    message: costly
      ? `The document contains ${costly.what}; its source is shown instead.`
      : `The document is nested more than ${MAX_DEPTH} blocks deep; its source is shown instead.`,
    hint: 'Look for a run of ">", "*" or "[", or of unclosed HTML elements.',
  })
  return {
    type: 'root',
    children: [{ type: 'code', lang: 'text', value: String(file), position: tree.position }],
  }
}

function isTooDeep(tree: Root): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}
