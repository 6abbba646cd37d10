import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyKatex } from '../../../lib/build/katex'
import { stylesheetsFor } from '../../../lib/stylesheets'

it('puts KaTeX’s style sheet where pages with math look for it, with every font it names', async () => {
  const project = mkdtempSync(join(tmpdir(), 'quire-katex-'))
  await copyKatex(project)
  const [address = ''] = stylesheetsFor(['math'])
  const file = join(project, 'public', address)
  const css = readFileSync(file, 'utf8')
  const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, font = '']) => font)
  expect(fonts.length).toBeGreaterThan(15)
  for (const font of fonts) {
    expect(font).toMatch(/\.woff2$/)
    expect(existsSync(join(file, '..', font)), font).toBe(true)
  }
})

it('asks for no style sheet on pages without math', () => {
  expect(stylesheetsFor(['code', 'table'])).toEqual([])
})
