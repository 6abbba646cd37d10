import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '@/lib/staging/front-matter/read-front-matter'

function data(text: string): Record<string, unknown> {
  return Object.fromEntries(readFrontMatter(text).entries.map(({ key, value }) => [key, value]))
}

describe('readFrontMatter', () => {
  test('reads YAML and knows on which line the body begins', () => {
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
  ])('takes %s', (_, text, bodyLine) => {
    expect(data(text)).toEqual({ title: 'A' })
    expect(readFrontMatter(text)).toMatchObject({ body: 'Text', bodyLine, problems: [] })
  })

  test.each(['Just text', '{% raw %}x{% endraw %}', '{{< x >}}', '# A heading', '----\nText'])(
    'sees none in %j',
    (text) => {
      expect(readFrontMatter(text)).toMatchObject({ format: 'none', body: text, bodyLine: 1, problems: [] })
    },
  )

  test('lets the last of two equal keys count, in any letter case, and warns', () => {
    const text = '---\ntitle: A\nTitle: B\n---\n'
    expect(data(text)).toEqual({ Title: 'B' })
    expect(readFrontMatter(text).problems).toMatchObject([
      { severity: 'warning', rule: 'duplicate-key', line: 2 },
    ])
  })

  test('keeps figures as they were written beside their value', () => {
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

  test.each([
    ['broken YAML', '---\ntitle: a: b\n---\n', 'broken-yaml', 2],
    ['a quote that nobody closes', '---\na: 1\ntitle: "a\n---\n', 'broken-yaml', 3],
    ['a list instead of keys', '---\n- a\n---\n', 'broken-yaml', 2],
    ['broken TOML', '+++\na = 1\ntitle = A\n+++\n', 'broken-toml', 3],
    ['broken JSON', '{\n"title": "A",,\n}\n', 'broken-yaml', 2],
    ['front matter that never ends', '---\ntitle: A\n\nText', 'unclosed', 1],
    ['an empty file', '', 'empty-file', 1],
    ['a file of blanks', '\n \n', 'empty-file', 1],
  ])('reports %s with its line', (_, text, rule, line) => {
    expect(readFrontMatter(text).problems).toMatchObject([{ severity: 'error', rule, line }])
  })

  test.each(['js', 'javascript', 'coffee', 'ts'])('refuses ---%s and never runs it', (language) => {
    const witness = join(tmpdir(), `quire-executed-${process.pid}`)
    const code = `{ title: require('node:fs').writeFileSync(${JSON.stringify(witness)}, '') || 'x' }`
    const { problems } = readFrontMatter(`---${language}\n${code}\n---\nText`)
    expect(problems).toMatchObject([{ severity: 'error', rule: 'executable', line: 1 }])
    expect(existsSync(witness)).toBe(false)
    rmSync(witness, { force: true })
  })
})
