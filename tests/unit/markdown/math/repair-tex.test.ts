import { expect, test } from 'vitest'
import { renderTex } from '../../../../lib/markdown/math/render-tex'
import { KNOWN_MACROS } from '../../../../lib/markdown/math/repair-tex'

test.each([
  't_\\max',
  'Q^\\vec{\\mu}',
  '\\text{a_b} + \\mbox{c d}',
  'x \\label{eq}',
  '\\begin{eqnarray}a&=&b\\end{eqnarray}',
  '\\begin{multline}a\\\\b\\end{multline}',
  '\\DeclareMathOperator{\\E}{E} \\E x',
  '\\newcommand{\\R}{\\mathbb R} \\R',
  '\\left\\[a; b\\right]',
  'a &lt; b',
  '\\ce{H2O}',
  '\\mathds{1}',
  '\\pmatrix{a & b}',
])('KaTeX shows the same as MathJax: %s', (tex) => {
  expect(renderTex(tex, true, { ...KNOWN_MACROS })).toHaveProperty('nodes')
})

test('a formula that neither supports is reported with the reason', () => {
  expect(renderTex('\\nosuchthing', false, {})).toEqual({
    reason: expect.stringContaining('Undefined control sequence'),
  })
})

test('a macro that one formula defines is known in the next', () => {
  const macros = { ...KNOWN_MACROS }
  renderTex('\\newcommand{\\Sea}{S}', false, macros)
  expect(renderTex('\\Sea', false, macros)).toHaveProperty('nodes')
  expect(renderTex('\\Sea', false, {})).toHaveProperty('reason')
})

test('no formula is larger than a page', () => {
  const rendered = renderTex('\\rule{99999em}{99999em} \\hspace{99999em} \\kern99999em', true, {})
  expect(JSON.stringify(rendered)).toContain('100em')
  expect(JSON.stringify(rendered)).not.toMatch(/"style":"[^"]*99999em/)
})
