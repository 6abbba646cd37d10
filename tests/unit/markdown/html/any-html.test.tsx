import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PostBody } from '../../../../components/body/post-body'
import { DIALECTS, type Dialect } from '../../../../lib/dialects/dialects'
import { renderMarkdown } from '../../../../lib/markdown/render'
import { oddities, type Piece, piece, tag } from './html-pieces'

// Whatever an author pasted is rendered, and no word of it is lost. The words are numbered, so that each can be found.
// They are only in visible places: not in attributes, comments, scripts or elements of the head.

const corpus = ['../shared/corpus', '../../shared/corpus'].map((path) => resolve(path)).find(existsSync)

const runs = Number(process.env.RUNS ?? 250)

describe('any text', () => {
  test('renders with every visible word on the page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece(), { maxLength: 14 }), fc.constantFrom(...DIALECTS), showsWords),
      { numRuns: runs, interruptAfterTimeLimit: 100_000 },
    )
  }, 120_000)

  test('renders any characters', async () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'<>/="\'&;:-!?[]()*_`$#|\\{}% \n\tabc\0é中'.split('')),
      maxLength: 80,
    })
    await fc.assert(
      fc.asyncProperty(characters, fc.constantFrom(...DIALECTS), async (markdown, dialect) => {
        await show(markdown, dialect)
      }),
      { numRuns: runs, interruptAfterTimeLimit: 100_000 },
    )
  }, 120_000)
})

describe.skipIf(!corpus)(`old posts of ${corpus ?? '../shared/corpus, which is not there'}`, () => {
  test('render however they are damaged', async () => {
    const texts = postsOf(corpus ?? '')
    const damage = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      insert: fc.oneof(
        tag(),
        fc.constantFrom(...oddities, '```', '$$', '{% raw %}', '{{<', '\n\n', '> ', '|'),
      ),
    })
    await fc.assert(
      fc.asyncProperty(
        damage,
        fc.constantFrom(...DIALECTS),
        async ({ text, from, length, insert }, dialect) => {
          const start = Math.floor(from * text.length)
          await show(text.slice(0, start) + insert + text.slice(start + length), dialect)
        },
      ),
      { numRuns: Math.ceil(runs / 5), interruptAfterTimeLimit: 60_000 },
    )
  }, 90_000)
})

/** Every fortieth post, without its front matter, except long ones. */
function postsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown)$/.test(path))
    .sort()
    .filter((_, index) => index % 40 === 0)
    .map((path) => readFileSync(join(folder, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
    .filter((text) => text.length < 20_000)
}

async function showsWords(pieces: Piece[], dialect: Dialect): Promise<void> {
  let count = 0
  const markdown = pieces
    .map(({ text, end }) => `${text.replaceAll('WORD', () => `word${++count}x`)}${end}`)
    .join('')
  const text = await show(markdown, dialect)
  for (let number = 1; number <= count; number++) expect(text, markdown).toContain(`word${number}x`)
}

/** @returns the words of the page as React writes it */
async function show(markdown: string, dialect: Dialect): Promise<string> {
  const { html } = await renderMarkdown(markdown, {
    source: { file: 'a.md', bodyLine: 1, dialect, root: '.' },
  })
  const page = renderToStaticMarkup(<PostBody lang="en" body={fromHtml(html, { fragment: true })} />)
  return toText(fromHtml(page, { fragment: true }))
}
