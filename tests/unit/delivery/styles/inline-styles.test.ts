import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePage } from '@/lib/delivery/html'
import { styleInliner } from '@/lib/delivery/styles/inline-styles'

describe('styleInliner', () => {
  test('replaces the link by the rules that the page uses', async () => {
    expect(await inline(`${RULES}p{color:red}`, '<p>text</p>')).toBe(
      '<head><style>p{color:red}</style><title>T</title></head><p>text</p>',
    )
  })

  test('keeps rules for elements that a script may add', async () => {
    const css = `${RULES}.copy{color:red}[data-theme-chosen]{color:blue}`
    const html = '<script src="/assets/a.js"></script>'
    expect(await inline(css, html)).toContain(
      '<style>.copy{color:red}[data-theme-chosen]{color:blue}</style>',
    )
  })

  test('leaves the link if the page uses nearly every rule', async () => {
    expect(await inline(RULES.replace(/\.\w+/g, 'p'), '<p>text</p>')).toContain('<link rel="stylesheet"')
  })

  test('leaves the link if relative URLs in the style sheet would resolve differently from the page', async () => {
    expect(await inline(`${RULES}p{background:url(../media/a.png)}`, '<p>text</p>')).toContain('<link')
    expect(await inline(`${RULES}p{background:url(/media/a.png)}`, '<p>text</p>')).toContain('<style>')
  })

  test('does not change the author’s style sheets', async () => {
    const html = '<link rel="stylesheet" href="/assets/katex.css">'
    expect(await inline(`${RULES}p{color:red}`, html)).toContain(html)
  })
})

/** Unused by any page, and hard to compress. */
const RULES = Array.from(
  { length: 600 },
  (_, at) => `.n${(at * 7919) % 1000}x${at}{order:${(at * 104729) % 9973}}`,
).join('')

async function inline(css: string, body: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'styles-'))
  mkdirSync(path.join(folder, 'static', 'chunks'), { recursive: true })
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'static', 'chunks', 'a.css'), css)
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'b.className="copy",b.dataset.themeChosen="x"')
  const link = '<link rel="stylesheet" href="/_next/static/chunks/a.css">'
  const page = `<head>${link}<title>T</title></head>${body}`
  const inlineStyles = styleInliner({ distDir: folder, publicDir: folder })
  return (await inlineStyles(page, parsePage(page))).html
}
