import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import katex from 'katex'
import 'katex/contrib/mhchem'
import { refuseFormula } from './refuse-formula'
import { repairTex } from './repair-tex'

/** Macros that a page's formulas define (`\newcommand`), for those that follow. */
export type Macros = Record<string, string>

/**
 * Renders a formula with KaTeX.
 * @param macros is added to: what one formula defines, later ones use
 * @returns nodes; or why KaTeX cannot read it
 */
export function renderTex(
  tex: string,
  display: boolean,
  macros: Macros,
): { nodes: ElementContent[] } | { reason: string } {
  const refused = refuseFormula(tex)
  if (refused) return { reason: refused }
  const first = render(tex, display, macros)
  if ('nodes' in first) return first
  const repaired = repairTex(tex)
  if (repaired === tex) return first
  const second = render(repaired, display, macros)
  return 'nodes' in second ? second : first
}

function render(tex: string, display: boolean, macros: Macros): ReturnType<typeof renderTex> {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      globalGroup: true,
      macros,
      output: 'htmlAndMathml',
      strict: 'ignore',
      throwOnError: true,
      trust: false,
    })
    const { children } = fromHtml(html, { fragment: true })
    return { nodes: children.filter((node) => node.type === 'element' || node.type === 'text') }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
