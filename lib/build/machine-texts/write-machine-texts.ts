import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import type { Piscina } from 'piscina'
import { createBlog } from '../../blog/create-blog'
import { readGenerated } from '../../blog/generated/read-generated'
import { findSnapshot } from '../../blog/generated/snapshots'
import { readText } from '../../blog/generated/texts'
import type { BuildMoment } from '../../model/build-moment'
import type { ContentIndex, IndexedPost } from '../../model/content-index'
import { PublicFiles } from '../../public-files'
import { workspace } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import { bundleWorker } from '../texts/bundle-code'
import { JsonCache } from '../texts/json-cache'
import { openWorkers } from '../texts/worker-pool'
import type { MachineTask, MachineTexts } from './machine-worker'

/**
 * Writes every published post for programs: as Markdown to `public/_quire/markdown/<slug>.md`, which is served without
 * Next rendering anything, and as HTML for feeds to the cache, where routes of feeds find it. In worker threads, and
 * only where something of the post has changed: it takes longer than to render the page.
 * Runs after `generate`, in the project's folder.
 * @param projectDir absolute path of the folder that holds package.json
 * @throws naming the post that could not be written
 */
export async function writeMachineTexts(projectDir: string): Promise<void> {
  const index: ContentIndex = readGenerated('.quire/index.json')
  const { now }: BuildMoment = readGenerated('.quire/build.json')
  const blog = createBlog(index, { now, environment: process.env, sources: { readText, findSnapshot } })
  const indexed = new Map(index.posts.map((post) => [post.slug, post]))
  const entry = fileURLToPath(new URL('machine-worker.ts', import.meta.url))
  const worker = await bundleWorker(projectDir, entry)
  const { machineCache, machineTexts, snapshots } = workspace(projectDir)
  const cache = new JsonCache<MachineTexts>(machineCache, worker.hash)
  const pool = new MachinePool(worker.file)
  const files = new PublicFiles(projectDir, 'markdown')
  const keys: Record<string, string> = {}
  const limit = pLimit(32)
  await Promise.all(
    blog.listPosts().map(({ slug, url, title, authors, date }) =>
      limit(async () => {
        const post = indexed.get(slug)
        if (!post) return
        const { textKey, links, pictures } = post
        const task: MachineTask = {
          site: { url: blog.site.url },
          post: { url, title, authors, date },
          textKey,
          references: { links, pictures },
        }
        const key = cache.keyOf([task, await readSnapshots(snapshots, post)])
        let texts = await cache.read(key)
        if (!texts) {
          texts = await pool.write(task, post.file)
          await cache.write(key, texts)
        }
        keys[slug] = key
        await files.update(`markdown/${slug}.md`, texts.markdown)
      }),
    ),
  )
  await pool.close()
  await files.removeStale()
  await cache.prune()
  await writeFileAtomic(machineTexts, JSON.stringify(keys))
}

class MachinePool {
  readonly #file: string
  #pool: Piscina<MachineTask, MachineTexts> | undefined

  constructor(file: string) {
    this.#file = file
  }

  async write(task: MachineTask, file: string): Promise<MachineTexts> {
    this.#pool ??= openWorkers(this.#file)
    try {
      return await this.#pool.run(task)
    } catch (error) {
      throw new Error(`${file} could not be written for feeds and as Markdown: ${error}`, { cause: error })
    }
  }

  async close(): Promise<void> {
    await this.#pool?.destroy()
  }
}

function readSnapshots(folder: string, { snapshots }: IndexedPost): Promise<string[]> {
  return Promise.all(
    snapshots.map((name) => readFile(join(folder, `${name}.json`), 'utf8').catch(() => `no ${name}`)),
  )
}
