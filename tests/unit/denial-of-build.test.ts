/**
 * Every text that a review found to take seconds or to end a build, by the words of its report: at an eighth, a quarter
 * and half of the size at which it did, the time grows no faster than the text. At its whole size: limits.test.ts, and
 * `npm run torture` for all of them.
 */
import { expect, test } from 'vitest'
import { inputs } from '../torture/inputs'
import { runInput } from '../torture/run-input'

test.each([
  ['srcset=",,,"', 'srcset of commas'],
  ['{{x(}', 'calls that are not closed, with braces'],
  ['{{x(', 'calls that are not closed'],
  ['C# fence of `<a `', 'a C# fence of tags'],
  ['PHP line of `$`', 'a PHP line of dollars'],
  ['wide table with short rows', 'a wide table with short rows'],
  ['link reference flood', 'references to one long definition'],
  ['`**a **b `', 'strong text that never closes'],
  ['`<div <a`', 'tags inside tags'],
  ['`{%end…` in raw', 'ends inside raw'],
  ['`{% x %}` then `<a `', 'a tag, then tags that are not closed'],
  ['heading spaces + `{`', 'a heading of spaces'],
  ['spaces before `[!code`', 'spaces before a code note'],
  ['`____`', 'underscores'],
  ['`____` in words', 'underscores in words'],
  ['CJK without punctuation', 'Chinese without a mark'],
  ['mojibake', 'mojibake'],
  ['Liquid outputs', 'outputs'],
  ['backticks in a summary', 'code marks in a summary'],
  ['`@@@` in author', 'at signs in an author'],
  ['TOML keys', 'keys of TOML'],
  ['Mermaid chain', 'a chain in a diagram'],
  ['`**a`', 'stars'],
  ['`[`…`]`', 'brackets in brackets'],
  ['`]`', 'closing brackets'],
  ['`>` × 8,000', 'quotations in quotations'],
  ['`- ` × 4,000', 'lists in lists'],
  ['`1. ` × 2,700', 'numbered lists in lists'],
  ['`<div/>` × 2,000', 'elements that nothing closes'],
  ['`<svg><a>` × 2,000', 'drawings that nothing closes'],
  ['`$\\sqrt{` × 400', 'roots in roots'],
  ['`${{{` × 1,600', 'braces in a formula'],
  ['macros', 'a macro of macros'],
  ['`markdown="1"` within itself', 'Markdown in elements in elements'],
])(
  '%s',
  async (_, name) => {
    const input = inputs.find((each) => each.name === name)
    if (!input) throw new Error(`There is no text “${name}”.`)
    await runInput(input, Math.min(400, input.size / 8))
    let least = Number.POSITIVE_INFINITY
    // The collector of garbage may run in one measurement and not in another.
    for (let round = 0; round < 3 && least > LIMIT; round++) {
      const once = async (size: number) => (await runInput(input, Math.floor(size))).ms
      const [small, , large] = [
        await once(input.size / 8),
        await once(input.size / 4),
        await once(input.size / 2),
      ]
      least = Math.min(least, large < QUICK ? 0 : large / Math.max(small, 1))
    }
    expect(least, 'CPU time for four times the text').toBeLessThanOrEqual(LIMIT)
  },
  300_000,
)

test('Liquid loops × outputs end at a limit', async () => {
  const input = inputs.find(({ name }) => name === 'loops of outputs')
  if (!input) throw new Error('There is no such text.')
  const { rules } = await runInput(input, input.size)
  expect(rules).toContain('liquid/error')
})

/** In proportion would be 4; a square takes 16. */
const LIMIT = 9

/** Milliseconds in which nothing can be told. */
const QUICK = 60
