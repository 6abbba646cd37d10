import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '@/lib/staging/front-matter/read-front-matter'
import { expectQuick } from '../../../cpu-time'

function data(text: string): Record<string, unknown> {
  return Object.fromEntries(readFrontMatter(text).entries.map(({ key, value }) => [key, value]))
}

describe('broken front matter', () => {
  test.each([
    ['summary: *really*', 'summary', '*really*'],
    ['a: &a [*a]', 'a', '[*a]'],
    ['a: &a\n  b: *a', 'a', 'b: *a'],
    [`a: ${'['.repeat(90)}${']'.repeat(90)}`, 'a', `${'['.repeat(90)}${']'.repeat(90)}`],
  ])(
    'a value whose aliases or depth cannot be resolved is text, and its line is reported: %s',
    (yaml, key, value) => {
      const { entries, problems } = readFrontMatter(`---\ntitle: A\n${yaml}\n---\nText`)
      expect(entries.map((entry) => [entry.key, entry.value])).toEqual([
        ['title', 'A'],
        [key, value],
      ])
      expect(problems).toMatchObject([
        { severity: 'warning', line: yaml.includes('\n') ? 4 : 3, rule: expect.stringContaining('yaml') },
      ])
      expect(() => JSON.stringify(entries)).not.toThrow()
    },
  )

  test('nested aliases are limited', async () => {
    const laughs = Array.from({ length: 30 }, (_, index) => {
      const before = index === 0 ? '"ha"' : `*l${index - 1}`
      return `l${index}: &l${index} [${Array(10).fill(before).join(',')}]`
    })
    const { problems } = await expectQuick(() => readFrontMatter(`---\n${laughs.join('\n')}\n---\n`), 3000)
    expect(problems.length).toBeGreaterThan(0)
  })

  test.each(['['.repeat(20000), '{a: '.repeat(20000), `a: ${'- '.repeat(20000)}`])(
    'too deep nesting is reported',
    (yaml) => {
      const { problems } = readFrontMatter(`---\n${yaml}\n---\nText`)
      expect(problems).toMatchObject([{ severity: 'warning' }])
    },
  )

  test.each([
    ['broken YAML', '---\ntitle: a: b\n---\n', 'broken-yaml', 2],
    ['a quote that nobody closes', '---\na: 1\ntitle: "a\n---\n', 'broken-yaml', 3],
    ['broken TOML', '+++\na = 1\ntitle = A\n+++\n', 'broken-toml', 3],
    ['broken JSON', '{\n"title": "A",,\n}\n', 'broken-yaml', 2],
    ['front matter that never ends', '---\ntitle: A\n\nText', 'unclosed', 1],
    ['an empty file', '', 'empty-file', 1],
    ['a file of blanks', '\n \n', 'empty-file', 1],
  ])('reports %s with its line', (_, text, rule, line) => {
    expect(readFrontMatter(text).problems).toMatchObject([{ severity: 'warning', rule, line }])
  })

  test.each([
    ['title: "The best way\nRuby"\nlayout: post', { title: 'The best way Ruby', layout: 'post' }],
    ["title: 'It''s\nfine'", { title: "It's fine" }],
    ['tags:\n\t- a', { tags: ['a'] }],
  ])('reads %j as older parsers of YAML do', (yaml, expected) => {
    expect(data(`---\n${yaml}\n---\n`)).toEqual(expected)
    expect(readFrontMatter(`---\n${yaml}\n---\n`).problems).toEqual([])
  })

  test.each([
    ['---\ntitle: a: b\ndraft: true\ntags: [x]\n---\n', { title: 'a: b', draft: true, tags: ['x'] }],
    ['---\ntitle: "a" b "c"\ndate: 2020-01-01\n---\n', { title: '"a" b "c"', date: '2020-01-01' }],
    ['---\na: 1\ntitle: "never closed\nb: 2\n---\n', { a: 1, title: 'never closed', b: 2 }],
    ['---\ntitle: @home\n---\n', { title: '@home' }],
    ['+++\ntitle = A b\ndraft = true\n[extra]\nx = 1\n+++\n', { title: 'A b', draft: true, extra: { x: 1 } }],
    ['---\ntitle: A\ntags:\n  - x\n\nText', { title: 'A', tags: ['x'] }],
  ])('reads what it can of %j', (text, expected) => {
    expect(data(text)).toEqual(expected)
  })

  test('ends unclosed front matter after its last key', () => {
    expect(readFrontMatter('---\ntitle: A\n\nText')).toMatchObject({ body: '\nText', bodyLine: 3 })
  })

  test('reports broken front matter that may mention a draft', () => {
    expect(readFrontMatter('---\ntitle: a: b\ndraft true\n---\n').mayBeDraft).toBe(true)
    expect(readFrontMatter('---\ntitle: a: b\ndraft: true\n---\n').mayBeDraft).toBe(false)
  })

  test.each(['js', 'javascript', 'coffee', 'ts'])('rejects ---%s and never runs it', (language) => {
    const witness = join(tmpdir(), `quire-executed-${process.pid}`)
    const code = `{ title: require('node:fs').writeFileSync(${JSON.stringify(witness)}, '') || 'x' }`
    const { problems } = readFrontMatter(`---${language}\n${code}\n---\nText`)
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'executable', line: 1 }])
    expect(existsSync(witness)).toBe(false)
    rmSync(witness, { force: true })
  })
})

test.each([
  [
    'YAML',
    '---\ntitle: "a\\uD800b"\ntags: ["x\\uDC00", {"k\\uD800": 1}]\nother: "\\\\ud800 \\uD83C\\uDF89"\n---\n',
  ],
  [
    'JSON',
    '{\n"title": "a\\ud800b",\n"tags": ["x\\udc00", {"k\\ud800": 1}],\n"other": "\\\\ud800 \\ud83c\\udf89"\n}\n',
  ],
])('lone surrogates in %s are replaced and reported', (_, text) => {
  const { entries, problems } = readFrontMatter(text)
  expect(entries.map(({ value }) => value)).toEqual(['a\uFFFDb', ['x\uFFFD', { 'k\uFFFD': 1 }], '\\ud800 🎉'])
  expect(problems).toMatchObject([
    { rule: 'half-character', line: 2 },
    { rule: 'half-character', line: 3 },
  ])
})
