import type { Processor } from 'unified'
import { texBlocks } from './micromark-tex-block'
import { texBrackets } from './micromark-tex-brackets'
import { findTexBlocks } from './tex-blocks'

/** Parser plugin, to be used after remark-math: formulas in the notations of MathJax and kramdown. */
export function remarkTex(this: Processor, { body, brackets, escapedBrackets }: TexOptions): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(texBlocks(findTexBlocks(body, brackets)))
  if (brackets || escapedBrackets) data.micromarkExtensions.push(texBrackets(brackets))
  data.fromMarkdownExtensions.push({
    enter: {
      texBlock(token) {
        this.enter({ type: 'math', value: '', meta: null, data: { hName: 'pre', hChildren: [] } }, token)
        this.buffer()
      },
      texBlockData(token) {
        this.config.enter.data?.call(this, token)
      },
    },
    exit: {
      texBlockData(token) {
        this.config.exit.data?.call(this, token)
      },
      texBlock(token) {
        const value = this.resume().replace(/^\n|\n$/g, '')
        const node = this.stack.at(-1)
        if (node?.type === 'math') {
          node.value = value
          const className = ['language-math', 'math-display']
          node.data = {
            hName: 'pre',
            hChildren: [
              {
                type: 'element',
                tagName: 'code',
                properties: { className },
                children: [{ type: 'text', value }],
              },
            ],
          }
        }
        this.exit(token)
      },
    },
  })
}

interface TexOptions {
  /** The text that is parsed. */
  body: string
  /** `\(x\)` and `\[x\]` are formulas. */
  brackets: boolean
  /** `\\(x\\)` and `\\[x\\]` are formulas. */
  escapedBrackets: boolean
}
