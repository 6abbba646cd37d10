import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../lib/markdown/render'
import { readFrontMatter } from '../../lib/staging/front-matter/read-front-matter'
import { rewriteMarkup } from '../../lib/staging/markup/rewrite-markup'
import { FUZZ_OPTIONS as options } from '../torture/fuzz-settings'

/**
 * Real texts, damaged as by editors, exports and merges: cut, duplicated, joined, with HTML and syntax of other systems
 * inserted. The texts are the pipeline's cases, and the corpora if they are available.
 */
const PIPELINE = join(import.meta.dirname, '../pipeline')
const CORPUS = join(import.meta.dirname, '../../../shared/corpus')
const MAX_LENGTH = 6000
const MAX_FROM_CORPUS = 40

const texts = [
  ...readdirSync(PIPELINE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join(PIPELINE, path)),
  ...sampleCorpus(),
].flatMap((file) =>
  existsSync(file) ? [readFrontMatter(readFileSync(file, 'utf8').slice(0, MAX_LENGTH)).body] : [],
)

const pieces = [
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</b>',
    '<i<max;>',
    '<channel ref="tcp">',
    '<table><td>',
    '<a name="x"/>',
    '<br />',
  ],
  ...['<span style="color">', '<x-embed provider="constructor">', 'Vec<T>', '<you@host>', '<svg><G></svg>'],
  ...[
    ':::tip\n',
    '\n:::\n',
    '!!! note\n    ',
    '$$\n',
    '`',
    '```\n',
    '> ',
    '- ',
    '**',
    '[[',
    '](',
    '|',
    '\u0000',
    '&lt;',
  ],
]

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(), length: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), piece: fc.constantFrom(...pieces) }),
  fc.record({ kind: fc.constant('join' as const), at: fc.nat() }),
)
const damaged = fc
  .tuple(
    fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }),
    fc.array(mutation, { minLength: 1, maxLength: 6 }),
  )
  .map(([parts, mutations]) => mutations.reduce(mutate, parts.join('\n\n')))
/**
 * Texts without markup, into which one piece of markup is inserted last: in other texts a cut may correctly hide a
 * word.
 */
const prose = fc
  .tuple(
    fc.array(fc.constantFrom(...texts.filter((text) => !/[<{$]/.test(text))), { minLength: 1, maxLength: 3 }),
    fc.array(mutation, { maxLength: 5 }),
    fc.nat(),
    fc.constantFrom(...pieces),
  )
  .map(([parts, mutations, at, piece]) =>
    [...mutations.filter(({ kind }) => kind !== 'insert'), { kind: 'insert' as const, at, piece }].reduce(
      mutate,
      parts.join('\n\n'),
    ),
  )
const dialect = fc.constantFrom('plain', 'jekyll', 'octopress', 'hugo', 'zola', 'ghost', 'obsidian', 'mkdocs')

describe('a damaged text', () => {
  test('is rendered in every dialect by all its plugins', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, dialect, async (markdown, name) => {
        const source = { file: 'a.md', bodyLine: 1, dialect: name, root: '.' }
        const { rendered } = await renderMarkdown(rewriteMarkup(markdown).body, { source })
        // An error in a plugin is caught and reported under this name, and the text is shown as plain paragraphs.
        expect(rendered.problems.filter(({ rule }) => rule === 'markdown/failed')).toEqual([])
      }),
      options,
    )
  }, 600_000)

  test('keeps every visible word on the page', async () => {
    await fc.assert(
      fc.asyncProperty(prose, async (markdown) => {
        const { html, rendered } = await renderMarkdown(markdown)
        const shown = `${textOf(fromHtml(html, { fragment: true }))}\n${html}\n${JSON.stringify(rendered.problems)}`
        expect(visibleWords(markdown).filter((word) => !shown.includes(word))).toEqual([])
      }),
      options,
    )
  }, 600_000)
})

const WORD = /\p{L}{4,}/gu

/** The words that CommonMark shows, except in tags, definitions and HTML, whose words are not text. */
function visibleWords(markdown: string): string[] {
  const words = new Set<string>()
  const plain = markdown.replaceAll(/\{[%{:][\s\S]*?[%}]?\}|<[^>]*>?|\$[^$]*\$?|&\w+;|\[!\w+\]/g, ' ')
  const tree = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(plain)
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition' || node.type === 'html') return 'skip'
    if (node.type === 'text') for (const word of node.value.match(WORD) ?? []) words.add(word)
    return undefined
  })
  return [...words]
}

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(text: string, change: Mutation): string {
  const at = text.length === 0 ? 0 : change.at % text.length
  switch (change.kind) {
    case 'cut':
      return text.slice(0, at) + text.slice(at + change.length)
    case 'double':
      return text.slice(0, at + change.length) + text.slice(at)
    case 'insert':
      return text.slice(0, at) + change.piece + text.slice(at)
    case 'join':
      return text.slice(0, at) + text.slice(at).replace('\n', '')
  }
}

/** Files spread over the corpora, in a fixed order. */
function sampleCorpus(): string[] {
  if (!existsSync(CORPUS)) return []
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
  const step = Math.max(1, Math.floor(files.length / MAX_FROM_CORPUS))
  return files.filter((_, index) => index % step === 0).map((path) => join(CORPUS, path))
}
