import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { remarkOnlyPresent } from '@/lib/markdown/limits/remark-only-present'

test.each([
  'Write to me@example.org, or look at www.example.org and https://example.org/a.',
  'Write to ME@EXAMPLE.ORG, or look at WWW.EXAMPLE.ORG and HTTPS://EXAMPLE.ORG.',
  'me&#64;example.org, www\\.example.org, http&colon;//example.org',
  'a|b\n-|-\n1|2',
  'a\n:-\n1',
  'a\n-:\n1',
  '> a\n> :-:\n> 1',
  'a\n---\n1\n\n| not a table',
])('constructs that a text cannot contain are left out, and %j is parsed as before', (text) => {
  expect(parse(text, true)).toEqual(parse(text, false))
})

test('the same holds for random texts', () => {
  const pieces = fc.constantFrom(
    ...'ab@.-:|w \n>*#`~[]1h',
    'www.',
    'http://',
    'a@b.c',
    '\n-|-\n',
    '\n:-\n',
    '[^1]',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      expect(parse(text, true)).toEqual(parse(text, false))
    }),
    { seed: 15, numRuns: 500 },
  )
})

function parse(text: string, onlyPresent: boolean): unknown {
  const parser = unified().use(remarkParse).use(remarkGfm)
  if (onlyPresent) parser.use(remarkOnlyPresent, text)
  return parser.parse(text)
}
