import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import 'katex/contrib/mhchem'
import rehypeKatex from 'rehype-katex'
import { VFile } from 'vfile'
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
  const className = ['language-math', display ? 'math-display' : 'math-inline']
  const scope = h('p', h('code', { className }, tex))
  const file = new VFile()
  const settings = {
    globalGroup: true,
    macros,
    output: 'htmlAndMathml',
    strict: 'ignore',
    trust: false,
    // KaTeX's own limits: of expanded macros in a formula, and of sizes such as `\rule{9999em}{9999em}`, in em.
    maxExpand: 1000,
    maxSize: 100,
  } as const
  rehypeKatex(settings)({ type: 'root', children: [scope] }, file)
  const [failure] = file.messages
  if (!failure) return { nodes: scope.children }
  return { reason: failure.cause instanceof Error ? failure.cause.message : failure.reason }
}
