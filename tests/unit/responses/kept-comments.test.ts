import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptComments } from '@/components/responses/kept-comments'
import { Responses } from '@/components/responses/responses'
import { keptFile, parseKept, readKept, writeKept } from '@/lib/responses/kept/kept-comments'
import { publishThreads, toThreads } from '@/lib/responses/kept/publish-threads'
import type { CommentRow } from '@/lib/responses/store/schema'

const row = (id: string, text: string, parent = ''): CommentRow => ({
  id: id.padEnd(20, '0'),
  slug: 'hello',
  parent: parent === '' ? '' : parent.padEnd(20, '0'),
  name: 'Ada',
  site: '',
  text,
  html: '',
  state: 'approved',
  created: Date.UTC(2026, 10, 21),
  edited: 0,
  digest: id,
})

beforeEach(() => {
  vi.stubEnv('CONTENT_DIR', mkdtempSync(join(tmpdir(), 'quire-kept-')))
})
afterEach(() => vi.unstubAllEnvs())

test('comments are written to a file and read back unchanged, whatever they contain', async () => {
  const texts = [
    'Plain',
    '# not: yaml\n- "quotes" \'and\' more\n\n    code',
    '---\nx: [',
    '{{ liquid }} %}',
    'true',
    '日本語 🙂',
  ]
  const rows = texts.map((text, index) => row(`c${index}`, text))
  expect(await writeKept('hello', rows)).toBe('written')
  expect(await writeKept('hello', rows)).toBe('same')
  const { comments, problems } = await readKept('hello')
  expect(problems).toEqual([])
  expect(comments.map(({ text }) => text)).toEqual(texts)
})

test('what the author wrote by hand is kept, and what was deleted is removed', async () => {
  await writeKept('hello', [row('one', 'first'), row('two', 'second')])
  const file = keptFile('hello')
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8')}- id: by-hand\n  name: Eve\n  date: 2001-01-01\n  text: from my old blog\n`,
  )
  await writeKept('hello', [row('two', 'second')])
  expect((await readKept('hello')).comments.map(({ text }) => text)).toEqual(['from my old blog', 'second'])
})

test('a broken file is reported with its line and never overwritten', async () => {
  await writeKept('hello', [row('one', 'first')])
  const broken = '- id: a\n  name: [\n'
  writeFileSync(keptFile('hello'), broken)
  expect((await readKept('hello')).problems[0]).toMatchObject({ severity: 'warning', rule: 'responses/yaml' })
  await expect(writeKept('hello', [row('one', 'first')])).rejects.toThrow('Nothing was written')
  expect(readFileSync(keptFile('hello'), 'utf8')).toBe(broken)
})

test('an invalid entry is reported and left out; the others are shown', () => {
  const text =
    '- id: a\n  name: Ada\n  date: 2026-01-01\n  text: good\n- id: b\n  name: Bea\n  date: never\n  text: bad\n'
  const { comments, problems } = parseKept(text, 'content/responses/x.yaml')
  expect(comments.map(({ id }) => id)).toEqual(['a'])
  expect(problems).toMatchObject([{ line: 5, message: 'Comment 2 is left out: date: is not a date.' }])
})

test('comments without a post are reported', async () => {
  const project = mkdtempSync(join(tmpdir(), 'quire-project-'))
  await writeKept('elsewhere', [row('one', 'first')])
  expect(await publishThreads(project, new Set(['hello']))).toMatchObject([
    { rule: 'responses/unknown-post' },
  ])
  expect(await publishThreads(project, new Set(['elsewhere']))).toEqual([])
})

test('the build renders comments for their page, and forgets those whose file is gone', async () => {
  const project = mkdtempSync(join(tmpdir(), 'quire-project-'))
  await writeKept('hello', [row('one', '**bold**')])
  await publishThreads(project, new Set(['hello']))
  const file = join(project, '.quire/kept-comments/hello.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))[0].comment.html).toContain('<strong>bold</strong>')
  rmSync(keptFile('hello'))
  await publishThreads(project, new Set(['hello']))
  expect(existsSync(file)).toBe(false)
})

test('the page shows threads and runs no script from a file', () => {
  const threads = toThreads([
    { id: 'b', parent: 'a', name: 'Bea', date: '2026-01-02', text: 'answer' },
    {
      id: 'a',
      name: '<script>',
      site: 'https://a.example/',
      date: '2026-01-01',
      text: '<img src=x onerror=alert(1)> **bold**',
    },
    { id: 'c', parent: 'gone', name: 'Cleo', date: '2026-01-03', text: 'orphan' },
  ])
  expect(threads.map(({ comment, answers }) => [comment.id, answers.map(({ id }) => id)])).toEqual([
    ['a', ['b']],
    ['c', []],
  ])
  const html = renderToStaticMarkup(createElement(KeptComments, { threads, lang: 'en' }))
  expect(html).toContain('3 comments')
  expect(html).toContain('<strong>bold</strong>')
  expect(html).not.toMatch(/<script|<img/)
})

test('a comment that the author wrote into the repository is not in what the script replaces', () => {
  const comment = (id: string) => ({ id, name: 'Ada', date: '2026-11-21', text: `words of ${id}` })
  const kept = toThreads([comment('by-hand'), comment('abcdefghij0123456789')])
  const html = renderToStaticMarkup(createElement(Responses, { slug: 'a', lang: 'de', kept, isOpen: true }))
  const [outside = '', inside = ''] = html.split('data-responses')
  expect(outside).toContain('words of by-hand')
  expect(inside).toContain('words of abcdefghij0123456789')
  expect(inside).not.toContain('by-hand')
})

test.each([
  ['de', /^<section(?![^>]* lang=)[^>]*>.*Reaktionen lesen und schreiben/],
  ['fi', /^<section[^>]* lang="en" dir="ltr"[^>]*>.*Read and write responses/],
])(
  'what is around comments is in the language of the page, or says that it is English: %s',
  (lang, expected) => {
    const html = renderToStaticMarkup(createElement(Responses, { slug: 'a', lang, kept: [], isOpen: true }))
    expect(html).toMatch(expected)
  },
)
