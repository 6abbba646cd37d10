import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { textAssets } from '../../../lib/blog/body/body-assets'
import { copyKatex } from '../../../lib/build/katex'
import { renderMarkdown } from '../../../lib/markdown/render'

test('copies KaTeX’s style sheet and fonts to the URLs that pages with math request', async () => {
  const project = mkdtempSync(join(tmpdir(), 'quire-katex-'))
  await copyKatex(project)
  const { stylesheets, fonts } = await assetsOf(
    '$$\\sum_{k=1}^n \\left(\\frac{2\\pi t}{T_k}\\right) \\in \\mathbb{R}$$',
  )
  const [address = ''] = stylesheets
  const file = join(project, 'public', address)
  const named = [...readFileSync(file, 'utf8').matchAll(/url\(([^)]+)\)/g)].map(([, font = '']) => font)
  expect(named.length).toBeGreaterThan(15)
  for (const font of named) {
    expect(font).toMatch(/\.woff2$/)
    expect(existsSync(join(file, '..', font)), font).toBe(true)
  }
  for (const font of fonts) expect(existsSync(join(project, 'public', font)), font).toBe(true)
  expect(fonts.map((font) => /KaTeX_(.+)\.woff2/.exec(font)?.[1]).sort()).toEqual([
    'AMS-Regular',
    'Main-Regular',
    'Math-Italic',
    'Size2-Regular',
    'Size3-Regular',
  ])
})

test('requests nothing on pages without math', async () => {
  expect(await assetsOf('A price of $5 and `code`.')).toEqual({ stylesheets: [], fonts: [] })
})

async function assetsOf(markdown: string) {
  const { html, rendered } = await renderMarkdown(markdown)
  return textAssets({ body: fromHtml(html, { fragment: true }), features: rendered.features })
}
