import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createBlog } from '../../blog/create-blog'
import type { Blog } from '../../blog/queries'
import type { BuildMoment } from '../../model/build-moment'
import type { ContentIndex, IndexedPost } from '../../model/content-index'
import { decodePercent } from '../../urls/decode'
import { workspace } from '../../workspace'
import { listInputs, type PageInputs } from './list-inputs'

/**
 * A key for every page that may be kept: a hash of everything that affects the page. For posts it runs the page's own
 * queries on the index, with the key of the text instead of the text.
 * @param codeHash from `hashCode`
 * @returns keys and routes, by the decoded path of the URL
 */
export async function hashPages(projectDir: string, codeHash: string): Promise<Map<string, KeyedPage>> {
  const { index: indexFile, buildMoment } = workspace(projectDir)
  const index: ContentIndex = JSON.parse(await readFile(indexFile, 'utf8'))
  const { now }: BuildMoment = JSON.parse(await readFile(buildMoment, 'utf8'))
  const blog = createBlog(index, {
    now,
    related: await readJson(workspace(projectDir).related),
    environment: { ...process.env, NODE_ENV: 'production' },
    sources: { readText: async () => ({ html: '', toc: [] }), findSnapshot: async () => undefined },
  })
  const shared = [
    codeHash,
    blog.site,
    blog.preview,
    await readFile(join(projectDir, '.quire', 'enhancement.json'), 'utf8'),
    await readSearchDialog(projectDir),
    // The footer may show the year.
    new Date(now).getUTCFullYear(),
  ]
  const sharedHash = hash(shared)
  const pages = [
    ...(await postInputs(projectDir, blog, index)),
    ...listInputs(blog, await readJson(workspace(projectDir).machineTexts)),
  ]
  return new Map(
    pages.map(({ path, route, inputs }) => [path, { route, key: hash([sharedHash, path, inputs]) }]),
  )
}

/** The key of a page, and the route that renders it. */
export interface KeyedPage {
  key: string
  route: string
}

async function postInputs(projectDir: string, blog: Blog, index: ContentIndex): Promise<PageInputs[]> {
  const { keptComments, snapshots } = workspace(projectDir)
  const indexed = new Map(index.posts.map((post) => [post.slug, post]))
  const commented = new Set(await readdir(keptComments).catch(() => []))
  const found: PageInputs[] = []
  for (const { slug, url } of blog.listPosts()) {
    const post = indexed.get(slug)
    if (!post) continue
    const shown = await readSnapshots(snapshots, post)
    const name = `${slug}.json`
    const comments = commented.has(name) ? await readFile(join(keptComments, name), 'utf8') : ''
    found.push({
      path: decodePercent(url),
      route: '/posts/[slug]',
      inputs: [post, shown, comments, await blog.getPostPage(slug)],
    })
  }
  return found
}

async function readJson<Value>(file: string): Promise<Record<string, Value>> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
}

/** The script that a page names. The index, another one for every change of a text, is named by `/search.json` alone. */
async function readSearchDialog(projectDir: string): Promise<unknown> {
  const text = await readFile(workspace(projectDir).searchFolder, 'utf8').catch(() => '{}')
  const { dialog }: { dialog?: string } = JSON.parse(text)
  return dialog
}

function readSnapshots(folder: string, { snapshots }: IndexedPost): Promise<string[]> {
  return Promise.all(
    snapshots.map((name) => readFile(join(folder, `${name}.json`), 'utf8').catch(() => `no ${name}`)),
  )
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 40)
}
