import fc from 'fast-check'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../lib/dates'
import { renderMarkdown } from '../../lib/markdown/render'
import { readFrontMatter } from '../../lib/staging/front-matter/read-front-matter'
import { plainText } from '../../lib/staging/text/plain-text'
import { readAddress } from '../../lib/urls/normalize-path'
import { expectQuick } from '../cpu-time'
import { FUZZ_OPTIONS as options, FUZZ_RUNS as runs } from '../torture/fuzz-settings'
import { PIECES } from '../torture/fuzz-texts'

/**
 * Random texts made of the syntax of all dialects.
 */
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(''))
const dialect = fc.constantFrom('plain', 'jekyll', 'octopress', 'hugo', 'zola', 'ghost', 'obsidian', 'devto')

describe('any text', () => {
  test('is rendered, in limited time, to a page on which no script runs', async () => {
    await fc.assert(
      fc.asyncProperty(text, dialect, async (markdown, name) => {
        const source = { file: 'a.md', bodyLine: 1, dialect: name, root: '.' }
        const { html, rendered } = await expectQuick(() => renderMarkdown(markdown, { source }), 10_000)
        expect(whatRuns(html)).toEqual([])
        expect(whatRuns(`<p>${html}`)).toEqual([])
        expect(() => JSON.parse(JSON.stringify(rendered))).not.toThrow()
        for (const { line, column } of rendered.problems) {
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
        }
      }),
      options,
    )
  }, 600_000)

  test('keeps its words, on the page or in a problem', async () => {
    // Words between the pieces of one dialect at a time: another dialect's `%% comment %%` may hide words
    // intentionally.
    const words = fc.array(
      fc.constantFrom('**', '*', '`', '\n\n', '- ', '> ', '# ', '|', '[', '](/a)', '$', '<b>', '</b>', '<'),
      {
        maxLength: 20,
      },
    )
    await fc.assert(
      fc.asyncProperty(words, async (parts) => {
        const markdown = parts.map((part, index) => `${part}word${index} `).join('')
        const { html, rendered } = await renderMarkdown(markdown)
        const kept = html.replaceAll(/<(?!\w+\d)[^>]*>/g, '') + html + JSON.stringify(rendered.problems)
        for (const index of parts.keys()) expect(kept).toContain(`word${index}`)
      }),
      options,
    )
  }, 600_000)
})

describe('any front matter', () => {
  const values = [
    '*a*',
    '&a [*a]',
    '[',
    '{',
    '"',
    "'",
    '|',
    '>',
    '~',
    '!!js/function x',
    '2024-02-30',
    '1e999',
    '0x',
    '- ',
    ': ',
    '#',
    '\u0000',
    '🎉',
  ]
  const line = fc
    .tuple(
      fc.constantFrom('title', 'date', 'tags', '__proto__', 'constructor', 'draft', '<<', '?', ''),
      fc.constantFrom(...values, 'plain'),
    )
    .map(([key, value]) => `${key}: ${value}`)

  test('is read or reported, and can be stored as JSON', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(['---', '---'], ['+++', '+++'], ['{', '}']),
        (lines, [open, close]) => {
          const found = readFrontMatter(`${open}\n${lines.join('\n')}\n${close}\nText`)
          expect(() => JSON.stringify(found)).not.toThrow()
          for (const problem of found.problems) expect(problem.line).toBeGreaterThan(0)
        },
      ),
      { ...options, numRuns: runs * 10 },
    )
  })
})

describe('any value', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom(...'0123456789-/:.TZ+ %\\#?[]*'.split('')), { maxLength: 30 })
      .map((all) => all.join('')),
  )

  test('is a date or undefined', () => {
    fc.assert(
      fc.property(odd, (value) => {
        const date = parseDate(value)
        if (date !== undefined) expect(Number.isNaN(Date.parse(date))).toBe(false)
      }),
      { ...options, numRuns: runs * 20 },
    )
  })

  test('is a URL within the site, or is rejected', () => {
    fc.assert(
      fc.property(odd, (value) => {
        const address = readAddress(value)
        if ('path' in address) {
          expect(address.path).toMatch(/^\//)
          expect(address.path.split('/')).not.toContain('..')
        }
      }),
      { ...options, numRuns: runs * 20 },
    )
  })

  test('is a summary', () => {
    fc.assert(
      fc.property(odd, (value) => {
        expect(plainText(value)).not.toMatch(/^\s|\s$/)
      }),
      { ...options, numRuns: runs * 20 },
    )
  })
})

function whatRuns(html: string): string[] {
  const found: string[] = []
  const look = (element: Element) => {
    if (/^(?:script|base|meta|template|noscript|object|embed)$/i.test(element.tagName))
      found.push(`<${element.tagName}>`)
    for (const [name, value] of Object.entries(element.properties)) {
      if (/^(?:on|srcdoc$)/i.test(name)) found.push(name)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what browsers skip in a scheme
      if (/^javascript:/i.test(String(value).replaceAll(/[\u0000-\u0020]/g, '')))
        found.push(`${name}=${value}`)
    }
    if (element.content) visit(element.content, 'element', look)
  }
  visit(fromHtml(`<!doctype html><body><main><div>${html}</div></main>`), 'element', look)
  return found
}
