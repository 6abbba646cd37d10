/**
 * Fixtures with random changes, from a fixed seed: whole files through staging in every dialect, texts through the
 * pipeline, snapshots, redirects and feeds. Settings are in torture/fuzz-settings.ts.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { renderMarkdown } from '@/lib/markdown/render'
import { snapshotName } from '@/lib/snapshots/names'
import { loadSnapshot } from '@/lib/snapshots/store'
import { readContent } from '@/lib/staging/read-content'
import { FUZZ_PATIENCE, FUZZ_RUNS, FUZZ_SEED } from '../torture/fuzz-settings'
import { fuzzTexts, mutate, PIECES, pick, randomNumbers } from '../torture/fuzz-texts'
import { makeBlog } from './blog/make-blog'

const HEADS = [
  '---\ntitle: Tide\ndate: 2024-02-29 10:00:00 +0200\ntags: [a, "b c"]\naliases: [/old/, /x.html]\nslug: tide\n---\n',
  '+++\ntitle = "Tide"\ndate = 2024-02-29T10:00:00Z\ntags = ["a"]\n[extra]\nk = 1\n+++\n',
  '{\n"title": "Tide",\n"date": "2024-02-29",\n"draft": true\n}\n',
  '---\nlayout: post\npermalink: /:year/:title\nredirect_to: /a\n---\n{% for i in (1..9) %}{{ i | times: 2 }}{% endfor %}\n',
]

/** Files that make a folder the blog of a system. */
const BLOGS: Record<string, (name: string) => Record<string, string>> = {
  own: (name) => ({ [`posts/${name}.md`]: '' }),
  jekyll: (name) => ({ 'posts/j/_config.yml': 'title: J\n', [`posts/j/_posts/2024-01-01-${name}.md`]: '' }),
  hugo: (name) => ({ 'posts/h/hugo.toml': 'title = "H"\n', [`posts/h/content/posts/${name}.md`]: '' }),
  obsidian: (name) => ({ 'posts/o/.obsidian/app.json': '{}', [`posts/o/${name}.md`]: '' }),
  mdx: (name) => ({ [`posts/${name}.mdx`]: '' }),
}

test(
  'any file is a post or a reported problem, and can be stored as JSON',
  async () => {
    const random = randomNumbers(FUZZ_SEED)
    const texts = fuzzTexts({ seed: FUZZ_SEED, count: FUZZ_RUNS })
    for (const system of Object.keys(BLOGS)) {
      const project = mkdtempSync(join(tmpdir(), 'quire-fuzz-'))
      try {
        for (const [index, text] of texts.entries())
          for (const [path, content] of Object.entries(BLOGS[system]?.(`p${index}`) ?? {}))
            write(join(project, 'content', path), content || mutate(pick(HEADS, random) + text, random))
        const content = await readContent({ projectDir: project, contentDir: 'content' })
        const named = new Set([
          ...content.posts.map(({ read }) => read.file.file),
          ...content.problems.map(({ file }) => file),
        ])
        expect(named.size, system).toBeGreaterThanOrEqual(texts.length)
        for (const { staged, read } of content.posts) {
          expect(JSON.parse(JSON.stringify(staged)).slug).toMatch(/^[^/\\\p{Cc}\p{Cs}]+$/u)
          expect(read.body + read.fields.title).not.toMatch(/\p{Cs}/u)
          for (const alias of staged.aliases) expect(alias).toMatch(/^\/[^\\\p{Cc}\p{Cs}]*$/u)
        }
        for (const { line, column } of content.problems) expect(Math.min(line, column)).toBeGreaterThan(0)
      } finally {
        rmSync(project, { recursive: true })
      }
    }
  },
  FUZZ_PATIENCE,
)

test(
  'any changed fixture is rendered without a bug',
  async () => {
    const random = randomNumbers(FUZZ_SEED + 1)
    for (const text of fuzzTexts({ seed: FUZZ_SEED + 1, count: FUZZ_RUNS })) {
      const source = {
        file: 'a.md',
        bodyLine: 1,
        dialect: pick(['plain', 'jekyll', 'hugo', 'zola', 'ghost', 'obsidian'], random),
        root: '.',
      }
      const { rendered } = await renderMarkdown(text, { source })
      expect(
        rendered.problems.filter(({ rule }) => rule === 'markdown/failed'),
        JSON.stringify(text),
      ).toEqual([])
    }
  },
  FUZZ_PATIENCE,
)

describe('any snapshot', () => {
  test('is stored, missing, or invalid with a reason', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quire-fuzz-'))
    const random = randomNumbers(FUZZ_SEED + 2)
    const whole = JSON.stringify({
      ...{
        version: 1,
        provider: 'gist',
        id: 'a/b',
        url: 'https://gist.github.com/a/b',
        fetched: '2024-01-01T00:00:00.000Z',
      },
      ...{
        outcome: 'data',
        content: { kind: 'code', files: [{ name: 'a.js', language: 'js', text: 'let a' }] },
      },
    })
    try {
      const file = join(folder, `${snapshotName('gist', 'a/b')}.json`)
      for (let run = 0; run < FUZZ_RUNS * 10; run++) {
        writeFileSync(
          file,
          mutate(whole, random, ['"', '{', '}', '[', ']', ':', 'null', '__proto__', '\\u', '1e999', '../']),
        )
        const loaded = loadSnapshot(folder, 'gist', 'a/b')
        expect(['kept', 'invalid']).toContain(loaded.state)
        if (loaded.state === 'invalid') expect(loaded.reason).not.toBe('')
      }
      expect(readFileSync(file, 'utf8')).not.toBe('')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('any title, tag and old URL', () => {
  const random = randomNumbers(FUZZ_SEED + 3)
  const words = () =>
    mutate('Tide & <gate>', random, [...PIECES, '&', ';', '#', '%', '\r\n', '\u2028', ']]>', '"'])

  test('gives well-formed feeds and valid headers', async () => {
    for (let run = 0; run < FUZZ_RUNS; run++) {
      const title = words()
      const blog = makeBlog({
        posts: [
          {
            slug: 'a',
            title,
            date: '2024-01-01',
            summary: words(),
            tags: [words()],
            authors: [{ name: words() }],
            aliases: ['/a'],
          },
        ],
        site: { title: words(), description: words() },
      })
      const feed = await blog.lists.createFeed()
      for (const [name, { write: format }] of FEED_FORMATS) {
        const written = feed ? format(feed) : ''
        if (name === 'feed.json') expect(() => JSON.parse(written)).not.toThrow()
        else expectXml(written, title)
      }
      for (const location of blog.listRedirects().values())
        expect(() => new Headers({ location })).not.toThrow()
    }
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function expectXml(xml: string, title: string): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new Error(`${error.message} with the title ${JSON.stringify(title)}`)
  })
  parser.write(xml).close()
}
