import { describe, expect, test } from 'vitest'
import { readSourceSet } from '../../../lib/markdown/extract/srcset'
import { countWords } from '../../../lib/markdown/extract/words'
import { findCostly } from '../../../lib/markdown/limits/find-costly'
import { renderMarkdown } from '../../../lib/markdown/render'
import { plainText } from '../../../lib/staging/text/plain-text'
import { expectWithin } from '../../cpu-time'
import { expectSteady } from '../../growth'
import { inputs } from '../../torture/inputs'
import { runInput } from '../../torture/run-input'

describe('input that no person wrote is shown as its source and reported', () => {
  test.each([
    'strong text that never closes',
    'stars',
    'brackets in brackets',
    'underscores in words',
    'quotations in quotations',
    'lists in lists',
    'numbered lists in lists',
    'closing brackets',
    'quoted strong text that never closes',
    'references to one long definition',
    'comments in a text',
    'instructions in a text',
    'declarations in a text',
    'CDATA in a text',
    'definition lists',
  ])(
    '%s',
    async (name) => {
      const { ms, rules, length } = await run(name)
      expect(rules).toContain('markdown/depth')
      expectWithin(ms, 3000)
      expect(length).toBeGreaterThan(1000)
    },
    PATIENCE,
  )

  test.each(['> **a\n', '| **a\n', '**a\n', '> [a\n'])('%j, in every line', (piece) => {
    expect(findCostly(piece.repeat(9000))).toBeDefined()
  })

  test('every word of it is on the page', async () => {
    const { html } = await renderMarkdown(`first ${'**a'.repeat(5000)} last`)
    expect(html).toMatch(/first .* last/s)
  })
})

describe('takes time in proportion to its size', () => {
  test.each([
    ['srcset of commas', 1500],
    ['a C# fence of tags', 9000],
    ['a PHP line of dollars', 9000],
    ['a wide table with short rows', 6000],
    ['Chinese without a mark', 3000],
    ['roots in roots', 3000],
    ['braces in a formula', 3000],
    ['a macro of macros', 3000],
    ['elements that nothing closes', 3000],
    ['drawings that nothing closes', 6000],
    ['ends inside raw', 6000],
    ['a heading of spaces', 6000],
    ['spaces before a code note', 3000],
    ['underscores', 3000],
    ['code marks in a summary', 3000],
    ['at signs in an author', 3000],
    ['keys of TOML', 3000],
    ['mojibake', 6000],
  ])(
    '%s',
    async (name, limit) => {
      expectWithin((await run(name)).ms, limit)
    },
    PATIENCE,
  )

  test('reading srcset', () => {
    expectSteady((size) => readSourceSet(','.repeat(size)), 4000)
    expectSteady((size) => readSourceSet('a 1x,'.repeat(size)), 2000)
  })

  test('counting words of Chinese', () => {
    expectSteady((size) => countWords('潮汐表港口'.repeat(size), 'zh'), 1000)
  })

  test('looking for costly structures', () => {
    expectSteady((size) => findCostly('*a [b\n'.repeat(size)), 2000)
    expectSteady((size) => findCostly('> '.repeat(size)), 2000)
    expectSteady((size) => findCostly('a '.repeat(size)), 4000)
  })

  test('the text of a summary', () => {
    expectSteady((size) => plainText('`'.repeat(size)), 20_000)
  })
})

describe('what a person wrote is not changed', () => {
  test('a paragraph with hundreds of emphasised words and links', () => {
    expect(findCostly('*a* **b** [c](d) '.repeat(600))).toBeUndefined()
  })

  test('a table of a thousand rows, a long list, and a program full of stars', () => {
    expect(findCostly(`|a|b|c|\n|-|-|-|\n${'| **a** | **b** | [c](d) |\n'.repeat(3000)}`)).toBeUndefined()
    expect(findCostly('a | b\n-|-\n'.concat('**a** | [c](d)\n'.repeat(5000)))).toBeUndefined()
    expect(findCostly('> - **a** [b](c)\n'.repeat(5000))).toBeUndefined()
    expect(findCostly('- **a** [b](c)\n'.repeat(5000))).toBeUndefined()
    expect(findCostly(`\`\`\`c\n${'/* **p */ a[0][1] = *q;\n'.repeat(4000)}\`\`\``)).toBeUndefined()
  })

  test('a table with a few missing cells keeps its alignment and is completed', async () => {
    const { html } = await renderMarkdown('|a|b|\n|-|:-:|\n|x|')
    expect(html).toContain('<td align="center"></td>')
  })

  test('a link definition that is used often', async () => {
    const { html, rendered } = await renderMarkdown(`${'[a] '.repeat(3000)}\n\n[a]: https://example.com/`)
    expect(html.match(/href="https:\/\/example\.com\/"/g)).toHaveLength(3000)
    expect(rendered.problems).toEqual([])
  })

  test('a formula nested eight levels deep', async () => {
    const { rendered } = await renderMarkdown(`$${'\\sqrt{'.repeat(8)}x${'}'.repeat(8)}$`)
    expect(rendered.problems).toEqual([])
  })
})

test('a line as long as an article is reported', async () => {
  const { rendered } = await renderMarkdown(`a\n\n${'word '.repeat(5000)}`)
  expect(rendered.problems).toMatchObject([{ rule: 'markdown/large', line: 3 }])
})

test('code in a language whose grammar is slow for it keeps its text', async () => {
  const code = `${'<a '.repeat(200)}\nlast line`
  const { html } = await renderMarkdown(`\`\`\`csharp\n${code}\n\`\`\``)
  expect(html.replaceAll(/<[^>]*>/g, '').replaceAll('&#x3C;', '<')).toBe(code)
})

function run(name: string) {
  const input = inputs.find((each) => each.name === name)
  if (!input) throw new Error(name)
  return runInput(input, input.size)
}

/** Milliseconds of the clock, on a machine that does much else. */
const PATIENCE = 300_000
