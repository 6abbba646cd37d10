import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stage } from '@/lib/staging/stage'

let projectDir: string

beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'quire-stage-'))
  await write('content/site.yaml', 'title: T\nurl: https://t.example\nintro: |\n  Hello\n')
})

afterEach(() => rm(projectDir, { recursive: true }))

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(projectDir, path)), { recursive: true })
  await writeFile(join(projectDir, path), text)
}

const run = () => stage({ projectDir, contentDir: 'content' })
const staged = (path: string) => readFile(join(projectDir, '.quire/content', path), 'utf8')
const timeOf = async (path: string) => (await stat(join(projectDir, '.quire/content', path))).mtimeMs

describe('stage', () => {
  test('writes posts, bundles and pages in the canonical shape', async () => {
    await write('content/posts/2021-7-5-One.md', '---\ntitle: "One: 1"\ntags: x\nodd: [1]\n---\n\nText\n')
    await write('content/posts/deep/two/index.md', '---\ntitle: Two\ndate: 2020-01-01\n---\nText')
    await write('content/pages/about.md', '# About us\n')
    const { posts, pages, site, extraKeys, problems } = await run()

    expect(problems).toEqual([])
    expect(posts.map(({ slug, date }) => [slug, date])).toEqual([
      ['one', '2021-07-05'],
      ['two', '2020-01-01'],
    ])
    expect(pages).toMatchObject([
      { slug: 'about', title: 'About us', settings: { titleIsFirstHeading: true } },
    ])
    expect(site.intro).toBe('Hello\n')
    expect(extraKeys).toEqual({ odd: 1 })
    expect((await staged('posts/one.md')).split('\n')).toEqual(
      expect.arrayContaining([
        '---',
        'title: "One: 1"',
        'date: "2021-07-05"',
        'tags: ["x"]',
        'extra: {"odd":[1]}',
      ]),
    )
    expect(await staged('posts/one.md')).toMatch(/\n---\n\nText\n$/)
    expect(posts[0]?.settings.source).toEqual({
      file: 'content/posts/2021-7-5-One.md',
      bodyLine: 6,
      dialect: 'plain',
      root: 'content',
    })
    expect(JSON.parse(await readFile(join(projectDir, '.quire/stage.json'), 'utf8')).posts).toHaveLength(2)
  })

  test('gives a post the defaults of the site, unless it sets its own', async () => {
    await write(
      'content/site.yaml',
      'url: https://t.example\nlanguage: de\ndefaults: {toc: true, math: false}',
    )
    await write('content/posts/2020-01-01-a.md', '---\ntitle: A\n---\n')
    await write('content/posts/2020-01-01-b.md', '---\ntitle: B\ntoc: false\nmath: true\nlang: en\n---\n')
    const { posts } = await run()
    expect(posts).toMatchObject([
      { toc: true, settings: { math: false, lang: 'de' } },
      { toc: false, settings: { math: true, lang: 'en' } },
    ])
  })

  test('writes only what changed, and deletes what is gone', async () => {
    await write('content/posts/2020-01-01-a.md', '---\ntitle: A\n---\n')
    await write('content/posts/2020-01-01-b.md', '---\ntitle: B\n---\n')
    await run()
    const inode = async (path: string) => (await stat(join(projectDir, '.quire/content', path))).ino
    const [a, b] = [await inode('posts/a.md'), await inode('posts/b.md')]
    await write('content/posts/2020-01-01-b.md', '---\ntitle: C\n---\n')
    await run()
    expect(await inode('posts/a.md')).toBe(a)
    expect(await inode('posts/b.md')).not.toBe(b)
    await rm(join(projectDir, 'content/posts/2020-01-01-a.md'))
    await run()
    expect(await readdir(join(projectDir, '.quire/content/posts'))).toEqual(['b.md'])
  })

  test('derives the date of a staged file from its content, so that a fresh clone finds it cached', async () => {
    await write('content/posts/2020-01-01-a.md', '---\ntitle: A\n---\n')
    await run()
    const time = await timeOf('posts/a.md')
    await rm(join(projectDir, '.quire'), { recursive: true })
    await run()
    expect(await timeOf('posts/a.md')).toBe(time)
    await write('content/posts/2020-01-01-a.md', '---\ntitle: B\n---\n')
    await run()
    expect(await timeOf('posts/a.md')).not.toBe(time)
  })

  test('reports every problem of a run at once and stages the valid posts', async () => {
    await cp('tests/sites/wrong', join(projectDir, 'content'), { recursive: true })
    const { posts, problems } = await run()
    const found = problems.map(
      ({ file, line, rule }) => `${file.replace('content/posts/', '')}:${line} ${rule}`,
    )
    expect(found).toEqual([
      'broken-yaml.md:2 front-matter/broken-yaml',
      'date-in-words.md:3 front-matter/wrong-value',
      'empty.md:1 front-matter/empty-file',
      'executable.md:1 front-matter/executable',
      'mistyped-field.md:4 front-matter/unknown-key',
      'same-name.md:1 slug/taken',
      'tags-as-map.md:4 front-matter/wrong-value',
    ])
    expect(problems.every(({ hint }) => hint)).toBe(true)
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule }) => rule)).toEqual(['front-matter/unknown-key', 'slug/taken'])
    expect(posts.map(({ slug }) => slug)).toContain('without-mistake')
  })

  test('publishes a post without any date and warns', async () => {
    await write('content/posts/a.md', '---\ntitle: A\n---\nText')
    const { posts, problems } = await run()
    expect(posts[0]).not.toHaveProperty('date', expect.anything())
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'front-matter/no-date' }])
  })

  test('handles strings with characters that YAML does not allow', async () => {
    const title = '\u0007 bell, \u2028 line, \u0099 control, 🎉, "quotes" and \\'
    await write('content/posts/2020-01-01-a.md', `---\nodd: ${JSON.stringify(title)}\n---\nText`)
    const { posts } = await run()
    expect(posts[0]?.extra.odd).toBe(title)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be in the file.
    expect((await staged('posts/a.md')).split('---')[1]).not.toMatch(/[\u0000-\u0009\u007F-\u009F\u2028]/)
  })

  test('reads old encodings and reports them', async () => {
    await write('content/posts/2020-01-01-a.md', Buffer.from('---\ntitle: Caf\xe9 \x96 bar\n---\n', 'latin1'))
    const { posts, problems } = await run()
    expect(posts[0]?.title).toBe('Café – bar')
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'files/encoding' }])
  })

  test('does not follow a link out of the content folder', async () => {
    await write('secret.md', '---\ntitle: Secret\n---\n')
    await write('content/posts/2020-01-01-a.md', '---\ntitle: A\n---\n')
    await symlink(join(projectDir, 'secret.md'), join(projectDir, 'content/posts/2020-01-01-b.md'))
    await symlink(join(projectDir, 'content/posts'), join(projectDir, 'content/posts/loop'))
    const { posts, problems } = await run()
    expect(posts.map(({ title }) => title)).toEqual(['A'])
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'files/stray-link', file: 'content/posts/2020-01-01-b.md' },
    ])
  })

  test('does not follow a link to a hidden file of the content folder', async () => {
    await write('content/posts/.git/config', '---\ntitle: Key\n---\n')
    await symlink(join(projectDir, 'content/posts/.git/config'), join(projectDir, 'content/posts/a.md'))
    await symlink(join(projectDir, 'content/posts/.git'), join(projectDir, 'content/posts/folder'))
    const { posts, problems } = await run()
    expect(posts).toEqual([])
    expect(problems.map(({ rule }) => rule)).toEqual(['files/stray-link', 'files/stray-link'])
  })

  test('does not give reserved URLs to pages', async () => {
    await write('content/pages/tags.md', '# Tags')
    const { pages, problems } = await run()
    expect(pages.map(({ slug }) => slug)).toEqual(['tags-page'])
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'slug/page', file: 'content/pages/tags.md' },
    ])
  })

  test('never writes into the content folder', async () => {
    await write('content/posts/a.md', '---\ntitle: Itâ€™s\n---\nâ€“')
    await run()
    expect(await readFile(join(projectDir, 'content/posts/a.md'), 'utf8')).toBe(
      '---\ntitle: Itâ€™s\n---\nâ€“',
    )
    expect((await readdir(join(projectDir, 'content'), { recursive: true })).sort()).toEqual([
      'posts',
      'posts/a.md',
      'site.yaml',
    ])
  })
})
