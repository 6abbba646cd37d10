import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runImport } from '../../../lib/import/run-import'
import { selectFiles } from '../../../lib/import/select-files'
import { readContent } from '../../../lib/staging/read-content'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quire-select-'))
})
afterEach(() => rm(folder, { recursive: true }))

const POST = '---\ntitle: Tide\n---\n\nText.\n'

test.each([
  [
    'hexo',
    {
      'package.json': '{"dependencies": {"hexo": "7"}}',
      '_config.yml': 'root: /',
      'source/_posts/tide.md': POST,
    },
  ],
  ['obsidian', { '.obsidian/app.json': '{}', 'Tide.md': POST, 'Gate.md': '[[Tide]]' }],
  ['jekyll', { '_config.yml': 'title: x', '_posts/2014-01-02-tide.md': POST }],
])('a blog of %s is recognized again in the folder it was copied to', async (dialect, files) => {
  const [from, contentDir] = [join(folder, 'old'), join(folder, 'site', 'content')]
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(from, path)), { recursive: true })
    await writeFile(join(from, path), text)
  }
  const { posts } = await selectFiles(from)
  const result = await runImport(
    { kind: 'folder', folder: from, name: 'old' },
    { projectDir: join(folder, 'site'), contentDir, images: false, http: { timeout: 1000, retries: 0 } },
  )
  expect(result.posts).toMatchObject({ found: posts.length, imported: posts.length })
  const { blogs } = await readContent({ projectDir: join(folder, 'site'), contentDir })
  expect(blogs.map((blog) => blog.dialect)).toEqual([dialect])
})

test('pages are copied: what `content/pages` can hold to there, others to their place in the blog', async () => {
  const from = join(folder, 'old')
  for (const [path, text] of Object.entries({
    'hugo.toml': '',
    'content/notes/tide.md': POST,
    'content/docs/gate/_index.md': '---\ntitle: Gates\n---\n\nText.\n',
  })) {
    await mkdir(dirname(join(from, path)), { recursive: true })
    await writeFile(join(from, path), text)
  }
  const { files, pages } = await selectFiles(from)
  expect(files).toContain('content/docs/gate/_index.md')
  expect(pages.size).toBe(0)
})

test('texts that the old system served as files are copied where a post names them', async () => {
  const from = join(folder, 'old')
  for (const [path, text] of Object.entries({
    'config.toml': 'base_url = "https://tide.example"\n',
    'content/_index.md': '+++\n+++\n',
    'content/tide/index.md':
      '+++\ntitle = "Tide"\ndate = 2020-01-02\n+++\n\n[a](data.csv) [b](/tables/all.json) `package.json`\n',
    'content/tide/data.csv': 'a,b\n',
    'content/tide/notes.txt': 'never named',
    'static/tables/all.json': '{}',
    'package.json': '{}',
    'templates/index.html': '',
  })) {
    await mkdir(dirname(join(from, path)), { recursive: true })
    await writeFile(join(from, path), text)
  }
  const { files } = await selectFiles(from)
  expect(files).toEqual(expect.arrayContaining(['content/tide/data.csv', 'static/tables/all.json']))
  for (const left of ['content/tide/notes.txt', 'package.json']) expect(files).not.toContain(left)
})
