import type { Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { isLiquid } from '../../dialects/dialects'
import { SKIP, visit } from '../../model/visit'
import { replaceChild } from '../content'
import { contextOf, report } from '../context'
import { type Content, element } from '../nodes'
import { pointIn } from '../points'

/**
 * Shows an unclosed tag as its source, and reports it. A brace that should be visible
 * is written in code, as `\{`, or between `raw` and `endraw`.
 */
export function markLeftovers(tree: Root, file: VFile): void {
  const pattern = isLiquid(contextOf(file).settings.source.dialect) ? /\{[%{]/ : /\{%|\{\{[<%]/
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.data.hProperties.dataUnresolved !== undefined) return SKIP
    if (node.type !== 'text' || node.data?.literal || !parent || index === undefined) return undefined
    const start = node.value.search(pattern)
    if (start < 0 || isEscaped(node, pattern, file)) return undefined
    // An output that Liquid could not evaluate is complete, and reported by the staging step.
    const output = /^\{\{[^<%][^}]*\}\}/.exec(node.value.slice(start))?.[0]
    const end = node.value.indexOf('\n', start)
    const source = output ?? node.value.slice(start, end < 0 ? undefined : end).trimEnd()
    if (!output)
      report(file, pointIn(node, start), {
        rule: 'markdown/unclosed-tag',
        message: `A tag begins here but is never closed: ${source}`,
        hint: 'Close its braces, or put it in backticks to show it as text.',
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

/** Whether the author wrote every brace as `\\{`: a character, not a tag. */
function isEscaped({ position }: Text, pattern: RegExp, file: VFile): boolean {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return false
  const written = String(file.value).slice(start.offset, end.offset)
  return written.includes('\\{') && !pattern.test(written.replaceAll(/\\[{%<]/g, ''))
}

declare module 'mdast' {
  interface TextData {
    /** Shown as it is: it is not searched for notation. */
    literal?: boolean
  }
}
