import type { Element, ElementContent, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { SKIP, visitParents } from '../../model/visit'
import { addFeature, report } from '../context'
import { hasMath, isMath } from './math-nodes'
import { renderTex } from './render-tex'
import { KNOWN_MACROS } from './repair-tex'

/**
 * Renders formulas with KaTeX at build time. A macro that one formula defines is available in later ones. A formula that
 * KaTeX does not understand is shown as its source, and reported; one in code is code.
 */
export function rehypeMath() {
  return (tree: Root, file: VFile): void => {
    if (!hasMath(tree)) return
    const macros = { ...KNOWN_MACROS }
    visitParents(tree, 'element', (node, ancestors) => {
      if (!isMath(node)) return undefined
      const above = ancestors.at(-1)
      // A block is `<pre><code class="language-math">`: the element around it goes with it.
      const isBlock = above?.type === 'element' && above.tagName === 'pre'
      const scope = isBlock ? above : node
      const parent = isBlock ? ancestors.at(-2) : above
      if (!parent) return undefined
      const isDisplay = isBlock || hasClass(node, 'math-display')
      const tex = toText(node, { whitespace: 'pre' })
      const place = parent.children.indexOf(scope)
      if (isInCode(ancestors.slice(0, isBlock ? -1 : undefined))) {
        parent.children.splice(place, 1, { type: 'text', value: sourceOf(node, tex, isDisplay, file) })
        return SKIP
      }
      const made = renderTex(tex, isDisplay, macros)
      if ('nodes' in made) {
        addFeature(file, 'math')
        for (const child of made.nodes) makeScrollable(child)
        parent.children.splice(place, 1, ...made.nodes)
        return [SKIP, place + made.nodes.length]
      }
      report(file, scope.position ? scope : node, {
        rule: 'markdown/math',
        message: `This formula is shown as its source: ${reasonOf(made.reason)}`,
        hint: 'Correct the formula, or write \\$ if you mean a dollar sign.',
      })
      const code = h('code', { className: ['tex'] }, tex.trim())
      parent.children.splice(place, 1, isBlock ? h('pre', {}, code) : code)
      return SKIP
    })
  }
}

function isInCode(ancestors: readonly { type: string }[]): boolean {
  return ancestors.some((node) => 'tagName' in node && CODE.has(String(node.tagName)))
}

const CODE = new Set(['code', 'pre', 'kbd', 'samp', 'tt'])

/** The formula with its delimiters as written. */
function sourceOf({ position }: Element, tex: string, isDisplay: boolean, file: VFile): string {
  const { start, end } = position ?? {}
  if (start?.offset !== undefined && end?.offset !== undefined) {
    const source = String(file).slice(start.offset, end.offset)
    if (source.includes(tex.trim())) return source
  }
  const mark = isDisplay ? '$$' : '$'
  return `${mark}${tex}${mark}`
}

/** A displayed formula may be wider than the window: scrollable content must be reachable by keyboard. */
function makeScrollable(node: ElementContent): void {
  if (node.type === 'element' && hasClass(node, 'katex-display')) node.properties.tabIndex = 0
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

/** KaTeX marks the error position with combining characters, which few fonts show. */
function reasonOf(message: string): string {
  return message.replace(/^KaTeX parse error: /, '').replaceAll('\u0332', '')
}
