import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { ContentBuild } from '../../../lib/build/content-build'
import { workspace } from '../../../lib/workspace'
import { goneTweet } from '../../gone-tweet'

test('a new checkout gets its index and its scripts, and an edit reaches the index', async () => {
  // Below the project, so that the worker finds its packages.
  mkdirSync(join(process.cwd(), '.quire'), { recursive: true })
  const project = mkdtempSync(join(process.cwd(), '.quire', 'content-build-test-'))
  vi.stubEnv('CONTENT_DIR', 'words')
  const post = join(project, 'words', 'posts', '2024-01-01-a.md')
  mkdirSync(join(post, '..'), { recursive: true })
  cpSync('package-lock.json', join(project, 'package-lock.json'))
  writeFileSync(post, '---\ntitle: A\n---\nOne.\n')
  const readIndex = () => JSON.parse(readFileSync(join(project, '.quire', 'index.json'), 'utf8'))

  const build = await ContentBuild.open(project, { publishes: true })
  await build.run()
  expect(readFileSync(join(project, '.quire', 'enhancement.json'), 'utf8')).toContain('enhance-')
  const [before] = readIndex().posts
  expect(before).toMatchObject({ slug: 'a', excerpt: 'One.' })

  writeFileSync(post, '---\ntitle: A\n---\nTwo.\n')
  await build.run()
  const [after] = readIndex().posts
  expect(after.excerpt).toBe('Two.')
  expect(after.textKey).not.toBe(before.textKey)
  await build.close()
  vi.unstubAllEnvs()
  rmSync(project, { recursive: true, force: true })
})

describe('a build that remembers what it read', () => {
  const svg = (side: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="3"/>`
  /** What is saved between two runs: texts by path; undefined deletes a file. */
  const steps: [string, Record<string, string | undefined>][] = [
    ['a text', { 'posts/b.md': '---\ntitle: B\n---\nAnother text. [a](a.md#one)\n' }],
    ['an anchor that another post names', { 'posts/a.md': '---\ntitle: A\n---\n## Two\n\n![](cat.svg)\n' }],
    ['a title', { 'posts/a.md': '---\ntitle: A cat\n---\n## One\n\n![](cat.svg)\n' }],
    ['a draft', { 'posts/a.md': '---\ntitle: A cat\ndraft: true\n---\n## One\n\n![](cat.svg)\n' }],
    ['front matter that cannot be read', { 'posts/b.md': '---\ntitle: [\n---\nText.\n' }],
    ['a picture', { 'posts/cat.svg': svg(9) }],
    ['a picture that is gone', { 'posts/cat.svg': undefined }],
    ['the settings of the site', { 'site.yaml': 'title: Cats\ndefaults:\n  toc: true\n' }],
    ['a new post', { 'posts/c.md': '---\ntitle: C\n---\n[b](b.md), https://x.com/jack/status/20\n' }],
    ['a snapshot', { 'embeds/tweet-20.json': goneTweet('cat') }],
    ['another snapshot', { 'embeds/tweet-20.json': goneTweet('dog') }],
    ['a renamed post', { 'posts/b.md': undefined, 'posts/d.md': '---\ntitle: B\n---\nMoved. [c](c.md)\n' }],
    ['a deleted post', { 'posts/d.md': undefined }],
  ]

  test('finds the same as a new build, whatever was saved', async () => {
    mkdirSync(join(process.cwd(), '.quire'), { recursive: true })
    const project = mkdtempSync(join(process.cwd(), '.quire', 'content-build-test-'))
    vi.stubEnv('CONTENT_DIR', 'words')
    const words = join(project, 'words')
    const save = (files: Record<string, string | undefined>) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(words, path, '..'), { recursive: true })
        if (text === undefined) rmSync(join(words, path))
        else writeFileSync(join(words, path), text)
      }
    }
    const read = () => {
      const files = ['index.json', 'stage.json', 'embeds.json'].map((name) => join(project, '.quire', name))
      const snapshot = join(project, '.quire', 'snapshots', 'tweet-20.json')
      if (existsSync(snapshot)) files.push(snapshot)
      const staged = join(project, '.quire', 'content')
      const names = readdirSync(staged, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.md'),
      )
      return [...files, ...names.sort().map((name) => join(staged, name))].map((file) =>
        readFileSync(file, 'utf8'),
      )
    }
    save({
      'posts/a.md': '---\ntitle: A\n---\n## One\n\n![](cat.svg)\n',
      'posts/b.md': '---\ntitle: B\n---\n[a](a.md#one)\n',
      'posts/cat.svg': svg(4),
    })
    const remembering = await ContentBuild.open(project, { publishes: true, remembers: true })
    await remembering.run()
    for (const [what, files] of steps) {
      const isKnown = (path: string) => existsSync(join(words, path))
      const onlyChanges = Object.entries(files).every(([path, text]) => text !== undefined && isKnown(path))
      save(files)
      const changed = onlyChanges ? Object.keys(files).map((path) => `words/${path}`) : undefined
      const { problems } = await remembering.run({ changed })
      const found = read()
      const fresh = await ContentBuild.open(project, { publishes: true })
      expect(problems, what).toEqual((await fresh.run()).problems)
      expect(found, what).toEqual(read())
      await fresh.close()
    }
    rmSync(workspace(project).texts, { recursive: true })
    await remembering.run({ changed: [] })
    expect(readdirSync(workspace(project).texts)).not.toEqual([])
    await remembering.close()
    vi.unstubAllEnvs()
    rmSync(project, { recursive: true, force: true })
  }, 240_000)
})
