import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { readCodeMeta, setCodeMeta } from './meta'

/** Reads what fences ask for beside their language. `rehype-code.ts` does it. */
export function remarkCodeMeta() {
  return (tree: Root): void => {
    visit(tree, 'code', (node) => {
      // A tag's code block has its options already.
      if (node.lang && !node.data?.hProperties) setCodeMeta(node, readCodeMeta(node.lang, node.meta ?? ''))
    })
  }
}
