import type { Root } from 'mdast'
import { visit } from '../../model/visit'
import { readCodeMeta, setCodeMeta } from './meta'

/** Reads the options of fences. `rehype-code.ts` applies them. */
export function remarkCodeMeta() {
  return (tree: Root): void => {
    visit(tree, 'code', (node) => {
      // A tag's code block already has its options.
      if (node.lang && !node.data?.hProperties) setCodeMeta(node, readCodeMeta(node.lang, node.meta ?? ''))
    })
  }
}
