import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderMarkdown } from '../../../lib/markdown/render'
import type { ContentIndex } from '../../../lib/model/content-index'
import { collectReferences } from '../../../lib/references/collect'
import type { StoredDocument, StoredDocuments } from '../../../lib/references/documents'
import { type Staged, type StagedText, stage } from '../../../lib/staging/stage'
import { workspace } from '../../../lib/workspace'

let project = ''

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quire-collect-'))
  write('content/site.yaml', 'title: Lock\nurl: https://lock.example\nauthor: Mira\n')
})

afterEach(() => rmSync(project, { recursive: true }))

test('records the links, pictures, words and embeds of every document', async () => {
  write(
    'content/posts/2024-01-01-a.md',
    '---\ntitle: A\n---\nSee [B](b.md) and ![a cat](cat.svg).\n\nhttps://vimeo.com/76979871\n',
  )
  write('content/posts/b.md', '---\ntitle: B\ndate: 2024-01-02\n---\nText.\n')
  write('content/posts/cat.svg', CAT)
  const { problems, index } = await collect()
  const a = index.posts.find(({ slug }) => slug === 'a')
  expect(a).toMatchObject({
    file: 'content/posts/2024-01-01-a.md',
    links: { 'b.md': '/posts/b' },
    pictures: { 'cat.svg': { width: 4, height: 3 } },
    snapshots: ['vimeo-76979871'],
    words: 3,
  })
  expect(existsSync(join(project, 'public', a?.pictures['cat.svg']?.url ?? ''))).toBe(true)
  expect(JSON.parse(readFileSync(workspace(project).embedTargets, 'utf8'))).toMatchObject({
    isOffline: false,
    targets: [{ provider: 'vimeo', id: '76979871' }],
  })
  expect(problems.map(({ rule }) => rule)).toEqual(['embeds/missing-snapshot'])
})

test('reports problems of the text, of links and of pictures, each at its position', async () => {
  write('content/posts/2024-01-01-a.md', '---\ntitle: A\n---\n[B](gone.md)\n![a dog](dog.png)\n')
  const { problems } = await collect()
  const places = problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  expect(places).toHaveLength(2)
  expect(places.join('\n')).toMatch(/content\/posts\/2024-01-01-a\.md:4 .*gone\.md/)
  expect(places.join('\n')).toMatch(/content\/posts\/2024-01-01-a\.md:5 .*dog\.png/)
})

test('measures the pictures of a draft, but does not publish them', async () => {
  write('content/posts/2024-01-01-a.md', '---\ntitle: A\ndraft: true\n---\n![a cat](cat.svg)\n')
  write('content/posts/cat.svg', CAT)
  const { index } = await collect()
  expect(index.posts[0]?.pictures['cat.svg']).toMatchObject({ width: 4 })
  expect(existsSync(workspace(project).publicFiles)).toBe(false)
})

test('deletes unused pictures only on request', async () => {
  const post = 'content/posts/2024-01-01-a.md'
  write(post, '---\ntitle: A\n---\n![a cat](cat.svg)\n')
  write('content/posts/cat.svg', CAT)
  const picture = (await collect()).index.posts[0]?.pictures['cat.svg']?.url ?? ''
  write(post, '---\ntitle: A\n---\nNo picture.\n')
  await collect({ removesStale: false })
  expect(existsSync(join(project, 'public', picture))).toBe(true)
  await collect()
  expect(existsSync(join(project, 'public', picture))).toBe(false)
})

test('knows the URLs of an imported blog’s lists of tags and categories', async () => {
  write('content/posts/old/_config.yml', 'category_dir: blog/topics\nroot: /notes\n')
  write('content/posts/old/source/_posts/2013-05-06-a.md', '---\ntitle: A\ncategories: [Locks]\n---\nText.\n')
  const { index } = await collect()
  expect(index.oldTermUrls).toEqual([
    { dialect: 'octopress', tags: ['/blog/tags/:term'], categories: ['/blog/topics/:term'] },
  ])
})

const CAT = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'

function write(path: string, text: string): void {
  mkdirSync(join(project, path, '..'), { recursive: true })
  writeFileSync(join(project, path), text)
}

/** Stages and renders the project like `ContentBuild`, which also uses threads and a cache. */
async function collect({ removesStale = true } = {}) {
  const staged = await stage({ projectDir: project, contentDir: 'content' })
  const documents = await renderAll(staged)
  const problems = await collectReferences(project, { documents, blogs: staged.blogs }, removesStale)
  const index: ContentIndex = JSON.parse(readFileSync(workspace(project).index, 'utf8'))
  return { problems, index }
}

async function renderAll({ texts: { posts, pages, site } }: Staged): Promise<StoredDocuments> {
  return {
    posts: await Promise.all(posts.map(render)),
    pages: await Promise.all(pages.map(render)),
    site: { ...(await render(site)), html: '' },
  }
}

async function render<Document extends StoredDocument['staged']>({
  staged,
  body,
}: StagedText<Document>): Promise<StoredDocument<Document>> {
  const { rendered } = await renderMarkdown(body, staged.settings)
  return { staged, rendered, textKey: staged.settings.source.file }
}
