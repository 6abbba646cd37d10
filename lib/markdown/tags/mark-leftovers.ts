import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { isLiquid } from '../../dialects/dialects'
import { replaceChild } from '../content'
import { contextOf, report } from '../context'
import { type Content, element } from '../nodes'
import { pointIn } from '../points'

/**
 * Shows what begins like a tag and never ends as its source, and reports it. A brace that the author wants to be seen
 * stands in code, or between `raw` and `endraw`.
 */
export function markLeftovers(tree: Root, file: VFile): void {
  const pattern = isLiquid(contextOf(file).settings.source.dialect) ? /\{[%{]/ : /\{%|\{\{[<%]/
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.data.hProperties.dataUnresolved !== undefined) return SKIP
    if (node.type !== 'text' || node.data?.literal || !parent || index === undefined) return undefined
    const start = node.value.search(pattern)
    if (start < 0) return undefined
    // An output that Liquid could not evaluate is whole, and reported by the staging step.
    const output = /^\{\{[^<%][^}]*\}\}/.exec(node.value.slice(start))?.[0]
    const end = node.value.indexOf('\n', start)
    const source = output ?? node.value.slice(start, end < 0 ? undefined : end).trimEnd()
    if (!output)
      report(file, pointIn(node, start), {
        rule: 'markdown/unclosed-tag',
        message: `A tag begins here and does not end: ${source}`,
        hint: 'Close its braces, or put it in backticks to show it.',
      })
    const code = element('code', { dataUnresolved: '' }, [{ type: 'text', value: source }], node.position)
    const pieces: Content[] = [
      { ...node, value: node.value.slice(0, start) },
      code,
      { ...node, value: node.value.slice(start + source.length) },
    ]
    const filled = pieces.filter((piece) => piece.type !== 'text' || piece.value !== '')
    replaceChild(parent, index, filled)
    return index + filled.indexOf(code) + 1
  })
}

declare module 'mdast' {
  interface TextData {
    /** Shown as it is: no notation is looked for in it. */
    literal?: boolean
  }
}
