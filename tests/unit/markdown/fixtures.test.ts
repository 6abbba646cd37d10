import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isLiquid } from '../../../lib/dialects/dialects'
import { renderMarkdown } from '../../../lib/markdown/render'
import type { MarkdownSettings } from '../../../lib/model/document'
import { formatProblem } from '../../../lib/model/problem'
import { evaluateLiquid } from '../../../lib/staging/liquid/evaluate-liquid'
import type { LiquidResult } from '../../../lib/staging/liquid/liquid-document'

// A case is a folder: `input.md` is rendered and compared with `output.html`, byte for byte. The front matter of
// `input.md` has the settings that differ from the defaults (`dialect` and `file` for short). If the case reports
// problems, `problems.txt` lists them, one per line. `UPDATE_FIXTURES=1` writes the rendered output: read it before you
// commit it.
const root = join(import.meta.dirname, '../../pipeline')

for (const plugin of folders(root)) {
  const cases = folders(join(root, plugin)).filter((name) => existsSync(join(root, plugin, name, 'input.md')))
  if (cases.length === 0) continue
  describe(plugin, () => {
    test.each(cases)('%s', async (name) => {
      const folder = join(root, plugin, name)
      const { body, settings } = read(join(folder, 'input.md'))
      const evaluated = evaluate(body, settings, folder)
      const { html, rendered } = await renderMarkdown(evaluated.body, settings)
      const problems = [...evaluated.problems, ...rendered.problems]
        .map((problem) => `${formatProblem(problem)}\n`)
        .join('')
      if (process.env.UPDATE_FIXTURES) {
        writeFileSync(join(folder, 'output.html'), `${html}\n`)
        if (problems !== '') writeFileSync(join(folder, 'problems.txt'), problems)
      }
      expect(`${html}\n`).toBe(readFileSync(join(folder, 'output.html'), 'utf8'))
      const expected = join(folder, 'problems.txt')
      expect(problems).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '')
    })
  })
}

/** What staging does in a dialect with Liquid: `_includes` of the case are those of the blog. */
function evaluate(body: string, { source }: Partial<MarkdownSettings>, folder: string): LiquidResult {
  if (!source || !isLiquid(source.dialect)) return { body, problems: [] }
  const blog = {
    rootDir: folder,
    contentDir: folder,
    includeFolders: ['_includes'],
    site: { title: 'Harbour' },
  }
  return evaluateLiquid({ body, path: join(folder, 'input.md'), source, page: { title: 'A title' } }, blog)
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function read(path: string): { body: string; settings: Partial<MarkdownSettings> } {
  const text = readFileSync(path, 'utf8')
  const fence = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const { dialect = 'plain', file = 'input.md', ...settings } = fence?.[1] ? parse(fence[1]) : {}
  const bodyLine = fence ? fence[0].split('\n').length : 1
  const body = fence ? text.slice(fence[0].length) : text
  return { body, settings: { ...settings, source: { file, bodyLine, dialect, root: '.' } } }
}
