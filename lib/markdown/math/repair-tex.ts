/** Macros of TeX, amsmath and MathJax that KaTeX does not have. Every page begins with a copy. */
export const KNOWN_MACROS: Readonly<Record<string, string>> = {
  '\\mbox': '\\text{#1}',
  '\\textsc': '\\text{#1}',
  '\\label': '',
  '\\require': '',
  '\\ref': '\\text{#1}',
  '\\eqref': '\\text{(#1)}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\scr': '\\mathscr',
  '\\hfill': '\\quad',
  '\\pmatrix': '\\begin{pmatrix}#1\\end{pmatrix}',
  '\\cases': '\\begin{cases}#1\\end{cases}',
  '\\eqalign': '\\begin{aligned}#1\\end{aligned}',
  '\\displaylines': '\\begin{gathered}#1\\end{gathered}',
}

/**
 * Rewrites notation that MathJax reads and KaTeX does not. Only for formulas that KaTeX has rejected.
 * @returns the same formula if no known reason is found
 * @see https://katex.org/docs/support_table
 */
export function repairTex(tex: string): string {
  if (tex.length > MAX_LENGTH) return tex
  return repairs.reduce((repaired, [pattern, replacement]) => repaired.replaceAll(pattern, replacement), tex)
}

/** A longer formula is not real, and would make the patterns slow. */
const MAX_LENGTH = 5_000

const repairs: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\\(?:label|require|eqref|ref)\s*\{[^{}]*\}/g, ''],
  // `t_\max`, `x_\operatorname{a}`: a name without braces as an index.
  [/([_^])\s*(\\(?:operatorname\*?|vec|hat|bar|tilde|dot|overline|widehat)\s*\{[^{}]*\})/g, '$1{$2}'],
  [
    /([_^])\s*(\\(?:vec|hat|bar|tilde|dot|mathbf|mathbb|mathcal|mathrm)\s+[A-Za-z0-9])(?![A-Za-z0-9])/g,
    '$1{$2}',
  ],
  [
    /([_^])\s*(\\(?:max|min|sup|inf|lim|log|ln|exp|sin|cos|tan|det|dim|ker|arg|deg|gcd|Pr|argmax|argmin|limsup|liminf|sum|prod|int))(?![A-Za-z])/g,
    '$1{$2}',
  ],
  // `\text{a_b}`: in text mode `_`, `^`, `#`, `%` and `&` are only letters.
  [
    /(?<=\\(?:text|mbox|hbox|textrm|textbf|textit|texttt|textsf)\{[^{}$]{0,200})(?<!\\)([_#%&])(?=[^{}$]{0,200}\})/g,
    '\\$1',
  ],
  [
    /(?<=\\(?:text|mbox|hbox|textrm|textbf|textit|texttt|textsf)\{[^{}$]{0,200})(?<!\\)\^(?=[^{}$]{0,200}\})/g,
    '\\textasciicircum{}',
  ],
  [/\\(begin|end)\{(?:eqnarray|flalign)(\*?)\}/g, '\\$1{align$2}'],
  [/\\(begin|end)\{multline(\*?)\}/g, '\\$1{gather$2}'],
  [/\\(?:begin|end)\{(?:displaymath|math)\}/g, ''],
  [/&\s*(=|\\(?:leq?|geq?|approx|equiv|sim|to|in)\b|[<>])\s*&/g, '&$1'],
  [/\\unicode\s*\{x([0-9a-fA-F]+)\}/g, '\\char"$1 '],
  [/\\(?:bbox|enclose)\s*(?:\[[^\]]{0,200}\]|\{[^{}]{0,200}\})/g, ''],
  [/\\DeclareMathOperator\*?\s*\{?(\\[A-Za-z]+)\}?\s*\{([^{}]*)\}/g, '\\gdef$1{\\operatorname{$2}}'],
  // Defined twice on a page, or a name that means something else in another system.
  [/\\newcommand\b\*?/g, '\\renewcommand'],
  [/(?<!\\)#(?!\d)/g, '\\#'],
  // Markdown's escapes, which were gone before MathJax saw the formula.
  [/\\([[\]*])/g, '$1'],
  // As HTML had to have it, and as Markdown had to be written for MathJax to see it.
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
]
