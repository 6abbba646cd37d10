import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../lib/markdown/render'
import { ENGINES, renderWith, versionOf } from './engines'
import { readVisible } from './visible'

// Each case is a Markdown text and the HTML that the real engine rendered from it: kramdown 2.4.0, Hugo 0.111.3,
// commonmarker 0.23.6, RDiscount 2.1.8 and Redcarpet 3.5.1. `UPDATE_FIXTURES=1` runs the engines again, if they are
// installed.
const root = join(import.meta.dirname, 'cases')

describe.each(ENGINES)('posts written for %s', (engine) => {
  const folder = join(root, engine)
  const cases = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const written = cases.map((name) => readFileSync(join(folder, name), 'utf8'))
  const stored = (name: string) => join(folder, name.replace(/\.md$/, '.html'))
  const version = versionOf(engine)
  if (version && process.env.UPDATE_FIXTURES) {
    for (const [index, html] of renderWith(engine, written).entries())
      writeFileSync(stored(cases[index] ?? ''), `${html.trim()}\n`)
  }

  test.each(cases)('%s renders to the same text and structure as in its engine', async (name) => {
    const body = readFileSync(join(folder, name), 'utf8')
    expect(body.trim()).not.toBe('')
    const { html } = await renderMarkdown(body, {
      source: { file: name, bodyLine: 1, dialect: engine === 'hugo' ? 'hugo' : 'jekyll', root: '.' },
      ...(engine !== 'hugo' && engine !== 'jekyll' && { engine }),
    })
    expect(readVisible(html)).toEqual(readVisible(readFileSync(stored(name), 'utf8')))
  })

  test.skipIf(!version)(
    `the stored HTML is what ${version ?? `${engine}, which is not installed,`} makes`,
    () => {
      const visible = renderWith(engine, written).map(readVisible)
      expect(visible).toEqual(cases.map((name) => readVisible(readFileSync(stored(name), 'utf8'))))
    },
  )
})
