import { describe, expect, test } from 'vitest'
import { spellPlainly } from '../../../lib/delivery/spelling'

describe('plain spelling', () => {
  test('writes attribute names in lower case, whatever their values contain', () => {
    expect(spellPlainly('<time dateTime="2024-01-01T00:00">a</time><a data-x="A=&quot;B&quot; cD">')).toBe(
      '<time datetime="2024-01-01T00:00">a</time><a data-x="A=&quot;B&quot; cD">',
    )
  })

  test('writes no slash in void elements', () => {
    expect(spellPlainly('<br/><img src="/a/" alt=""/>')).toBe('<br><img src="/a/" alt="">')
  })

  test('writes boolean attributes without a value, and keeps empty values that mean something', () => {
    expect(spellPlainly('<button hidden="" data-theme-switch="" disabled="">')).toBe(
      '<button hidden data-theme-switch="" disabled>',
    )
    expect(spellPlainly('<img alt="">')).toBe('<img alt="">')
  })

  test('does not change SVG and MathML', () => {
    const svg = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    const math = '<math><mspace width="1em"/></math>'
    expect(spellPlainly(`${svg}<br/>${math}<br/>`)).toBe(`${svg}<br>${math}<br>`)
  })

  test('does not change code, comments and text', () => {
    const html = '<script>if (a<B && c="D"/>1) x()</script><style>a>B{}</style><!--<BR/>--><p>a &lt; B</p>'
    expect(spellPlainly(html)).toBe(html)
  })

  test('ends raw text at the matching end tag', () => {
    expect(spellPlainly('<script type="application/json">{"a":"<br/>"}</script><br/>')).toBe(
      '<script type="application/json">{"a":"<br/>"}</script><br>',
    )
  })
})
