import type { Code, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { type CodeMeta, readCodeMeta } from './code-meta'

/** Writes a fence's options onto its element, where they survive the way through raw HTML. `rehype-code.ts` reads them. */
export function remarkCodeMeta() {
  return (tree: Root): void => {
    visit(tree, 'code', (node) => {
      if (node.lang) setCodeMeta(node, readCodeMeta(node.lang, node.meta ?? ''))
    })
  }
}

/** Gives a code block its language and options. */
export function setCodeMeta(node: Code, meta: CodeMeta): void {
  node.lang = meta.lang || null
  node.data = {
    ...node.data,
    hProperties: {
      className: meta.lang ? [`language-${meta.lang}`] : [],
      dataTitle: meta.title,
      dataHighlight: meta.highlighted.length > 0 ? meta.highlighted.join(',') : undefined,
      dataLineNumbers: meta.lineNumbers ? String(meta.start) : undefined,
    },
  }
}
