import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createBlog } from '../../blog/create-blog'
import type { BuildMoment } from '../../model/build-moment'
import type { ContentIndex, IndexedPost } from '../../model/content-index'
import { workspace } from '../../workspace'

/**
 * A key for the page of each published post: a hash of everything that affects the page. It runs the page's
 * own queries on the index, with the key of the text instead of the text.
 * @param codeHash from `hashCode`
 * @returns keys by URL
 */
export async function hashPostPages(projectDir: string, codeHash: string): Promise<Map<string, string>> {
  const { index: indexFile, buildMoment, keptComments, snapshots } = workspace(projectDir)
  const index: ContentIndex = JSON.parse(await readFile(indexFile, 'utf8'))
  const { now }: BuildMoment = JSON.parse(await readFile(buildMoment, 'utf8'))
  const indexed = new Map(index.posts.map((post) => [post.slug, post]))
  const blog = createBlog(index, {
    now,
    related: await readRelated(projectDir),
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
  const keys = new Map<string, string>()
  for (const { slug, url } of blog.listPosts()) {
    const post = indexed.get(slug)
    if (!post) continue
    const shown = await readSnapshots(snapshots, post)
    const comments = await readFile(join(keptComments, `${slug}.json`), 'utf8').catch(() => '')
    keys.set(url, hash([sharedHash, post, shown, comments, await blog.getPostPage(slug)]))
  }
  return keys
}

async function readRelated(projectDir: string): Promise<Record<string, string[]>> {
  return JSON.parse(await readFile(workspace(projectDir).related, 'utf8').catch(() => '{}'))
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
