import type { Root } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { contextOf } from '../context'

/**
 * Sets `$$x$$` on a separate line, as Pandoc and GitHub do. To kramdown it is part of its sentence, unless nothing
 * else is in the paragraph.
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export function remarkDisplayMath() {
  return (tree: Root, file: VFile): void => {
    const { settings } = contextOf(file)
    if (!settings.math || !/\$\$|\\\[/.test(String(file))) return
    const inSentence = syntaxOf(settings).kramdown === true
    visit(tree, 'inlineMath', (node, _index, parent) => {
      if (!isDouble(node, file)) return
      const isAlone =
        parent?.type === 'paragraph' &&
        parent.children.every(
          (child) => child === node || (child.type === 'text' && child.value.trim() === ''),
        )
      if (inSentence && !isAlone && isDollars(node, file)) return
      node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } }
    })
  }
}

/** To kramdown; MathJax's brackets are displayed wherever they are. */
function isDollars({ position }: InlineMath, file: VFile): boolean {
  return String(file).startsWith('$$', position?.start.offset ?? 0)
}

function isDouble({ position }: InlineMath, file: VFile): boolean {
  const offset = position?.start.offset
  return offset !== undefined && /^(?:\$\$|\\{1,2}\[)/.test(String(file).slice(offset, offset + 3))
}
