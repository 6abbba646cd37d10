import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkContent } from '../../../lib/check/check-content'
import { applyFixes, type FixReport } from '../../../lib/check/fix/apply-fixes'
import { readFrontMatter } from '../../../lib/staging/front-matter/read-front-matter'

/** Realistic posts in every order and style, with every mistake that has one right answer. */
const files = new Map<string, string>()
const fixed = new Map<string, string>()
let project: string
let first: FixReport
let second: FixReport

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'fix-'))
  mkdirSync(join(project, 'content', 'posts'), { recursive: true })
  writeFileSync(
    join(project, 'content', 'site.yaml'),
    'title: A blog\nurl: https://blog.example\nauthor: Ada\n',
  )
  writeFileSync(join(project, 'content', 'posts', 'a.png'), 'x')
  for (const [index, text] of fc.sample(post(), { numRuns: POSTS, seed: 20_261_121 }).entries()) {
    const name = `2024-03-02-post-${index}.md`
    files.set(name, text)
    writeFileSync(join(project, 'content', 'posts', name), text)
  }
  first = await fix()
  for (const name of files.keys())
    fixed.set(name, readFileSync(join(project, 'content', 'posts', name), 'utf8'))
  second = await fix()
}, 240_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('--fix, on posts of every style', () => {
  test('fixes much, and leaves nothing that it could have fixed', () => {
    const kinds = new Set(first.done.map(({ description }) => description.split(' ').slice(0, 2).join(' ')))
    expect([...kinds].sort()).toEqual([
      'Added the',
      'Changed the',
      'Repaired characters',
      'Set the',
      'Wrote an',
    ])
    expect(second.done).toEqual([])
  })

  test('keeps every comment and the order of keys', () => {
    for (const [name, before] of files) {
      const after = fixed.get(name) ?? ''
      expect(commentsOf(after), name).toEqual(commentsOf(before))
      const keys = keysOf(before)
      const more = keysOf(after).slice(keys.length)
      expect(keysOf(after).slice(0, keys.length), name).toEqual(keys)
      expect(['', 'aliases'], name).toContain(more.join())
    }
  })

  test('writes nothing that it cannot read again', () => {
    for (const [name, before] of files) {
      const [was, is] = [before, fixed.get(name) ?? ''].map(readFrontMatter)
      expect(is?.format, name).toBe(was?.format)
      expect(is?.problems.length, name).toBeLessThanOrEqual(was?.problems.length ?? 0)
    }
  })

  test('changes only what it reports', () => {
    const said = new Map<string, string[]>()
    for (const { file, description } of first.done) {
      const name = file.replace(/^.*\//, '')
      said.set(name, [...(said.get(name) ?? []), description])
    }
    for (const [name, before] of files) {
      const after = fixed.get(name) ?? ''
      const done = (said.get(name) ?? []).join(' ')
      if (done === '') expect(after, name).toBe(before)
      expect(after.includes('\r\n'), name).toBe(before.includes('\r\n'))
      expect(after.match(/(?<!\r)\n/g)?.length ?? 0, name).toSatisfy(
        (count: number) => !before.includes('\r\n') || count === 0,
      )
      if (!/Repaired|decoration/.test(done)) expect(bodyOf(after), name).toBe(bodyOf(before))
      for (const code of before.match(/`[^`]*`/g) ?? []) expect(after, name).toContain(code)
    }
  })
})

const POSTS = 150

async function fix(): Promise<FixReport> {
  const checked = await checkContent({
    projectDir: project,
    contentDir: 'content',
    now: new Date('2024-06-01'),
  })
  return applyFixes(project, checked)
}

/** Comments in the front matter; none of the values here contains a `#`. */
function commentsOf(text: string): string[] {
  return (frontMatterOf(text).match(/#.*/g) ?? []).map((comment) => comment.trim())
}

function keysOf(text: string): string[] {
  return [...frontMatterOf(text).matchAll(/^([A-Za-z]\w*):/gm)].map(([, key = '']) => key)
}

function frontMatterOf(text: string): string {
  return /^---\r?\n(.*?)^---\r?$/ms.exec(text)?.[1] ?? ''
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---') + 4)
}

function post(): fc.Arbitrary<string> {
  const comment = fc.constantFrom('', '', '', ' # why: because', '   # [not, a, list]')
  const title = fc.constantFrom(
    'Low water',
    '"Donâ€™t: panic"',
    "'It''s low'",
    'Donâ€™t panic',
    '>-\n  Two lines\n  of a title',
  )
  const tag = fc.constantFrom(
    'JavaScript',
    'JavaScript',
    'JavaScript',
    'java script',
    '"Java-Script"',
    "'tides'",
  )
  const tags = fc
    .tuple(
      fc.array(tag, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('flow', 'wide', 'block', 'deep'),
      comment,
    )
    .map(([list, style, end]) => {
      if (style === 'flow') return `tags: [${list.join(', ')}]${end}`
      if (style === 'wide') return `tags:   [ ${list.join(' ,  ')} ]${end}`
      return `tags:${end}\n${list.map((each) => `${style === 'deep' ? '    ' : ''}- ${each}${end}`).join('\n')}`
    })
  const date = fc.constantFrom(
    'date: sometime',
    "date: 'someday'   # soon",
    'date: 2024-03-02',
    'Date: 2024-03-02 10:00',
  )
  const aliases = fc.constantFrom(
    '',
    'aliases: /old/',
    'aliases: [/old-a/, "/old b/"] # both',
    'redirect_from:\n  - /old-c/ # one',
    'aliases:\n- /old-d/\n',
  )
  const extra = fc.constantFrom('', '# a line of its own', 'own:\n  key: 1 # kept\n  other: [a, b]', '\n')
  const keys = fc
    .tuple(title, tags, date, aliases, extra, comment)
    .map(([title, tags, date, aliases, extra, end]) => [
      title.includes('\n') ? `title: ${title}` : `title: ${title}${end}`,
      tags,
      date,
      aliases,
      extra,
    ])
    .chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }))
  const line = fc.constantFrom(
    'Low water.',
    'Itâ€™s low, `but â€™ is code`.',
    '<img src="a.png" role="presentation">',
    '<img aria-hidden="true" src="a.png" >',
    '`<img src="a.png" role="presentation">`',
    '[another](/2024/03/02/post-7/)',
    '[third](/2024/03/02/post-11.html)',
  )
  return fc
    .tuple(keys, fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n', '\r\n'))
    .map(([parts, body, ending]) =>
      `---\n${parts.filter((part) => part !== '').join('\n')}\n---\n\n${body.join('\n\n')}\n`.replaceAll(
        '\n',
        ending,
      ),
    )
}
