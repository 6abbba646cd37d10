import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '@/lib/staging/front-matter/read-front-matter'
import { expectSteady } from '@/tests/growth'

function data(text: string): Record<string, unknown> {
  return Object.fromEntries(readFrontMatter(text).entries.map(({ key, value }) => [key, value]))
}

describe('readFrontMatter', () => {
  test('reads YAML and knows on which line the body starts', () => {
    expect(readFrontMatter('---\ntitle: A\n---\n\nText')).toMatchObject({
      format: 'yaml',
      body: '\nText',
      bodyLine: 4,
      problems: [],
    })
  })

  test('reads TOML with its own dates as they were written', () => {
    const text = '+++\ntitle = "A"\ndate = 2020-01-02T03:04:05+05:30\n[taxonomies]\ntags = ["x"]\n+++\nText'
    expect(readFrontMatter(text)).toMatchObject({ format: 'toml', body: 'Text', bodyLine: 7 })
    expect(data(text)).toEqual({
      title: 'A',
      date: '2020-01-02T03:04:05.000+05:30',
      taxonomies: { tags: ['x'] },
    })
    expect(readFrontMatter(text).entries.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  test('a TOML date that does not exist stays as written', () => {
    expect(data('+++\ndate = 2024-02-30\nlast = 2024-02-29\n+++\n')).toEqual({
      date: '2024-02-30',
      last: '2024-02-29',
    })
  })

  test('reads 8,000 TOML keys about as fast per key as 1,000', () => {
    const text = (keys: number) =>
      `+++\n${Array.from({ length: keys }, (_, index) => `key${index} = ${index}`).join('\n')}\n+++\n`
    expect(readFrontMatter(text(8000)).entries[7999]).toMatchObject({ key: 'key7999', line: 8001 })
    expectSteady((size) => readFrontMatter(text(size)), 1000)
  })

  test('reads JSON', () => {
    const text = '{\n  "title": "A: B",\n  "tags": ["x"]\n}\n\nText'
    expect(readFrontMatter(text)).toMatchObject({ format: 'json', body: '\nText', bodyLine: 5, problems: [] })
    expect(data(text)).toEqual({ title: 'A: B', tags: ['x'] })
  })

  test.each([
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\nText', 4],
    ['blank lines', '\n\n---\ntitle: A\n---\nText', 6],
    ['line ends of Windows', '---\r\ntitle: A\r\n---\r\nText', 4],
    ['blanks after the fence', '--- \ntitle: A\n---  \nText', 4],
    ['a fence that names YAML', '---yaml\ntitle: A\n---\nText', 4],
    ['three dots at the end', '---\ntitle: A\n...\nText', 4],
  ])('accepts %s', (_, text, bodyLine) => {
    expect(data(text)).toEqual({ title: 'A' })
    expect(readFrontMatter(text)).toMatchObject({ body: 'Text', bodyLine, problems: [] })
  })

  test.each(['Just text', '{% raw %}x{% endraw %}', '{{< x >}}', '# A heading', '----\nText'])(
    'finds none in %j',
    (text) => {
      expect(readFrontMatter(text)).toMatchObject({ format: 'none', body: text, bodyLine: 1, problems: [] })
    },
  )

  test('uses the last of two equal keys, in any letter case, and warns', () => {
    const text = '---\ntitle: A\nTitle: B\n---\n'
    expect(data(text)).toEqual({ Title: 'B' })
    expect(readFrontMatter(text).problems).toMatchObject([
      { severity: 'warning', rule: 'duplicate-key', line: 2 },
    ])
  })

  test('keeps numbers as they were written in addition to their value', () => {
    expect(readFrontMatter('---\ntitle: 1.10\ntags: [1.0, yes]\n---\n').entries).toMatchObject([
      { value: 1.1, text: '1.10' },
      { text: ['1.0', 'yes'] },
    ])
  })

  test('repairs damaged characters of values', () => {
    const text = '---\ntitle: Itâ€™s\n---\nText'
    expect(data(text)).toEqual({ title: 'It’s' })
    expect(readFrontMatter(text).repairs).toMatchObject([{ line: 2, column: 10 }])
  })

  test('does not read prose between two thematic breaks as front matter', () => {
    const text = '---\nA line of text\n---\nMore'
    expect(readFrontMatter(text)).toMatchObject({ format: 'none', body: text, problems: [] })
    expect(readFrontMatter('---\nA line of text')).toMatchObject({
      format: 'none',
      body: '---\nA line of text',
    })
  })
})

describe('a header without a fence', () => {
  test('is read up to the first line that is not a key', () => {
    const found = readFrontMatter(
      'Title: Low water: a study\nDate: 2015-03-04 10:20\nSummary: Long\n    and longer\nStatus: draft\n\nText\n',
    )
    expect(found).toMatchObject({ format: 'header', bodyLine: 6, body: '\nText\n' })
    const values = Object.fromEntries(found.entries.map(({ key, value }) => [key, value]))
    expect(values).toMatchObject({
      Title: 'Low water: a study',
      Date: '2015-03-04 10:20',
      Summary: 'Long and longer',
      draft: true,
    })
  })

  test.each(['Title: only one key\n\nText', 'Note: Title: Date: prose\n', 'Question: what?\nAnswer: tide\n'])(
    '%j is text',
    (text) => {
      expect(readFrontMatter(text)).toMatchObject({ format: 'none', body: text })
    },
  )
})
