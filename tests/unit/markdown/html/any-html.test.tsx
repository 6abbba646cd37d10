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

// Whatever an author pasted is rendered, and no word of it is lost. The words are numbered, so that each can be
// looked for; they are only where a reader would see them: not in attributes, comments, scripts or head elements.

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

/** Every fortieth post, without its front matter, and no longer than a test has time for. */
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

interface Piece {
  text: string
  end: string
}

function piece(): fc.Arbitrary<Piece> {
  return fc.record({
    text: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('WORD', '*WORD*', '**WORD**', '`WORD`', '[WORD](/a)', '> WORD'),
      },
      { weight: 2, arbitrary: tag() },
      { weight: 1, arbitrary: fc.constantFrom(...oddities) },
    ),
    end: fc.constantFrom(' ', '', '\n', '\n\n'),
  })
}

function tag(): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names)
  const attributes = fc.array(fc.constantFrom(...odd), { maxLength: 2 }).map((list) => list.join(''))
  return fc.oneof(
    fc.tuple(name, attributes).map(([name, attributes]) => `<${name}${attributes}>`),
    name.map((name) => `</${name}>`),
    fc.tuple(name, attributes).map(([name, attributes]) => `<${name}${attributes}/>`),
    fc.tuple(name, attributes).map(([name, attributes]) => `<${name}${attributes}>WORD</${name}>`),
  )
}

// Not among them: what browsers do not show even when it is whole (`<datalist>`, `<audio>`, `<dialog>`).
const names = [
  ...['a', 'b', 'code', 'font', 'span', 'i', 'u', 'p', 'div', 'pre', 'section', 'center', 'blockquote'],
  ...[
    'table',
    'tr',
    'td',
    'th',
    'ul',
    'li',
    'dl',
    'dd',
    'details',
    'summary',
    'h2',
    'button',
    'body',
    'html',
  ],
  ...[
    'textarea',
    'br',
    'img',
    'hr',
    'menuitem',
    'marquee',
    'form',
    'label',
    'figure',
    'figcaption',
    'X-EMBED',
  ],
  ...[
    'T',
    'S',
    'max;',
    'rows;i++)',
    'channel',
    'my-element',
    'x-embed',
    'you@host',
    'o:p',
    'dc:title',
    'path',
  ],
]
const odd = [
  ...[' ref="tcp"', ' key=1', ' style="color"', ' style="color:red;}"', ' onclick="x()"', ' children="y"'],
  ...[
    ' value="v"',
    ' "',
    " '",
    ' =',
    ' @click="x"',
    ' class=c',
    ' id="i"',
    ' name=n',
    ' href="javascript:x"',
  ],
  ...[' provider="constructor"', ' contenteditable', ' is="x"', ' xmlns:x="y"'],
]
const oddities = [
  ...[
    'i<max;i++',
    'Vec<T>',
    'Map<String, List<B>>',
    '<you@host>',
    'a < b > WORD',
    '<',
    '</',
    '<! ',
    '<WORD',
    '&lt;',
  ],
  ...[
    '<svg viewbox="0 0 1 1"><TEXT>WORD</TEXT><lineargradient/></svg>',
    '<math><mi>WORD</mi><MO>+</mo></math>',
  ],
  ...['\0', '<script>', '<style>', '<?php', '<![CDATA[', '<x-embed provider="constructor">WORD</x-embed>'],
]
