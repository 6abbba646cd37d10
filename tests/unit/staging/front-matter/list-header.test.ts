import { expect, test } from 'vitest'
import { readFrontMatter } from '@/lib/staging/front-matter/read-front-matter'

const valuesOf = (text: string) =>
  Object.fromEntries(readFrontMatter(text).entries.map(({ key, value }) => [key, value]))

test('a heading and a list with a date are the header of a post', () => {
  const text = [
    '# The lock: a visit',
    '',
    '- date: 2014-04-05 00:59',
    '- tags: sea, canals',
    '- redirect_from:',
    '  - /work/the-lock',
    '',
    'We went there.',
  ].join('\n')
  expect(valuesOf(text)).toEqual({
    title: 'The lock: a visit',
    date: '2014-04-05 00:59',
    tags: 'sea, canals',
    redirect_from: ['/work/the-lock'],
  })
  const found = readFrontMatter(text)
  expect(found).toMatchObject({ format: 'header', body: '\nWe went there.', bodyLine: 7 })
  expect(found.entries.map(({ line }) => line)).toEqual([1, 3, 4, 5])
})

test.each([
  '# The lock\n\n- one: a gate\n- two: a wall\n\nText',
  '# The lock\n\n- date: soon\n\nText',
  '## The lock\n\n- date: 2014-04-05\n\nText',
  '- date: 2014-04-05\n\nText',
])('other lists are text: %j', (text) => {
  expect(readFrontMatter(text)).toMatchObject({ format: 'none', body: text })
})
