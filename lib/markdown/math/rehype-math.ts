import type { Root } from 'hast'
import rehypeKatex from 'rehype-katex'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { addFeature, report } from '../context'
import { hasMath } from './math-nodes'

/** Renders formulas with KaTeX, at build. One that KaTeX does not understand is shown as its source, and reported. */
export function rehypeMath() {
  const render = rehypeKatex({ output: 'htmlAndMathml', strict: 'ignore', trust: false })
  return (tree: Root, file: VFile): void => {
    if (!hasMath(tree)) return
    addFeature(file, 'math')
    // KaTeX's messages become problems, with the author's line.
    const messages = new VFile()
    render(tree, messages)
    visit(tree, 'element', (node) => {
      // A formula of its own line may be wider than the window: what scrolls must be within a keyboard's reach.
      if (Array.isArray(node.properties.className) && node.properties.className.includes('katex-display'))
        node.properties.tabIndex = 0
    })
    for (const { cause, place } of messages.messages) {
      const point = place && ('start' in place ? place.start : place)
      report(file, point ?? {}, {
        rule: 'markdown/math',
        message: cause instanceof Error ? cause.message : 'KaTeX cannot read this formula.',
        hint: 'Mend the formula, or write \\$ where a dollar is meant.',
      })
    }
  }
}
