import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visitParents } from 'unist-util-visit-parents'
import { describe, expect, test } from 'vitest'
import type { Dialect } from '../../../lib/dialects/dialects'
import { isLiquid } from '../../../lib/dialects/dialects'
import { renderMarkdown } from '../../../lib/markdown/render'
import type { Source } from '../../../lib/model/document'
import type { Problem } from '../../../lib/model/problem'
import { evaluateLiquid } from '../../../lib/staging/liquid/evaluate-liquid'

// Public blogs of other systems, if they are next to the project (we may not copy them into it).
const corpus = ['../shared/corpus', '../../shared/corpus'].map((path) => resolve(path)).find(existsSync)
const blogs: Record<string, Dialect> = {
  'jekyll-site': 'jekyll',
  'linkerd-hugo': 'hugo',
  'made-mistakes': 'jekyll',
  'rust-jekyll': 'jekyll',
  'rust-zola': 'zola',
}
/** A tenth is enough to notice regressions: all of them take a minute. `EVERY=1` renders all. */
const every = Number(process.env.EVERY ?? 10)

describe.skipIf(!corpus)(`old blogs in ${corpus ?? '../shared/corpus, which is not there'}`, () => {
  test.each(Object.entries(blogs))(
    'leave no tag of %s in the text that is neither code nor reported',
    async (blog, dialect) => {
      const rootDir = join(corpus ?? '', blog)
      const posts = readdirSync(rootDir, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:md|markdown)$/.test(path))
        .sort()
        .filter((_, index) => index % every === 0)
      expect(posts.length).toBeGreaterThan(5)
      for (const path of posts) {
        const { html, problems } = await render(rootDir, path, dialect)
        const { left, unresolved } = look(html)
        expect(left, path).toEqual([])
        expect(
          problems.length,
          `${path}: each tag that is shown as its source is reported`,
        ).toBeGreaterThanOrEqual(unresolved)
        for (const { line, column, file } of problems) {
          expect(file).toBe(path)
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
        }
      }
    },
    300_000,
  )
})

async function render(
  rootDir: string,
  path: string,
  dialect: Dialect,
): Promise<{ html: string; problems: Problem[] }> {
  const text = readFileSync(join(rootDir, path), 'utf8').replaceAll('\r\n', '\n')
  const fence = /^\s*(---|\+\+\+)\n[\s\S]*?\n\1[ \t]*\n/.exec(text)?.[0] ?? ''
  const source: Source = { file: path, bodyLine: fence.split('\n').length, dialect, root: '.' }
  const blog = { rootDir, contentDir: rootDir, includeFolders: ['_includes'], site: {} }
  const body = text.slice(fence.length)
  const evaluated = isLiquid(dialect)
    ? evaluateLiquid({ body, path: join(rootDir, path), source, page: {} }, blog)
    : { body, problems: [] }
  const { html, rendered } = await renderMarkdown(evaluated.body, { source })
  return { html, problems: [...evaluated.problems, ...rendered.problems] }
}

/** Remains of tags in the visible text, and the number of tags shown as their source. */
function look(html: string): { left: string[]; unresolved: number } {
  const left: string[] = []
  let unresolved = 0
  visitParents(fromHtml(html, { fragment: true }), (node, ancestors) => {
    if (node.type === 'element' && node.properties.dataUnresolved !== undefined) unresolved++
    const inCode = ancestors.some(
      (parent) => parent.type === 'element' && ['code', 'pre', 'annotation'].includes(parent.tagName),
    )
    const tag = node.type === 'text' && !inCode ? /(?:\{%|\{\{[<%]|\{:).{0,40}/.exec(node.value) : undefined
    if (tag) left.push(tag[0])
  })
  return { left, unresolved }
}
