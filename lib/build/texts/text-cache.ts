import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { z } from 'zod'
import type { RenderedText } from '../../model/rendered'
import { workspace } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import type { RenderTask } from './render-task'

/**
 * Rendered texts by a hash of all that decides what they are. Pages read them here (`lib/blog/generated/texts.ts`), in
 * `.next/cache`, because Vercel and most CI keep that folder between builds.
 */
export class TextCache {
  readonly #folder: string
  readonly #pipelineHash: string
  readonly #used = new Set<string>()

  constructor(projectDir: string, pipelineHash: string) {
    this.#folder = workspace(projectDir).texts
    this.#pipelineHash = pipelineHash
  }

  /** The name of a text: another body, other settings or another pipeline give another one. */
  keyOf({ body, settings }: RenderTask): string {
    const key = createHash('sha256')
      .update(this.#pipelineHash)
      .update(JSON.stringify([settings, body]))
    return key.digest('hex').slice(0, 40)
  }

  /** @returns undefined where there is none, or it is not what was written */
  async read(key: string): Promise<RenderedText | undefined> {
    this.#used.add(key)
    const file = await reads(() => readFile(this.#fileOf(key), 'utf8')).catch(() => undefined)
    if (file === undefined) return undefined
    const entry = parseEntry(file)
    return entry?.key === key && entry.hash === hashOf(entry.text) ? entry.text : undefined
  }

  async write(key: string, text: RenderedText): Promise<void> {
    this.#used.add(key)
    await writeFileAtomic(this.#fileOf(key), JSON.stringify({ key, hash: hashOf(text), text }))
  }

  /** Deletes what this run did not use, once that is more than it did: a build of another branch may want it back. */
  async prune(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => [])
    const unused = names.filter((name) => !this.#used.has(name.replace(/\.json$/, '')))
    if (unused.length <= this.#used.size + SPARED) return
    await Promise.all(unused.map((name) => rm(join(this.#folder, name), { force: true })))
  }

  #fileOf(key: string): string {
    return join(this.#folder, `${key}.json`)
  }
}

/** A file that cannot be opened, because too many are open, would be rendered again. The limit is often 1,024. */
const reads = pLimit(64)

/** A dozen edits of every post of a small blog. */
const SPARED = 500

function hashOf(text: RenderedText): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}

function parseEntry(file: string): { key: string; hash: string; text: RenderedText } | undefined {
  try {
    return entrySchema.parse(JSON.parse(file))
  } catch {
    return undefined
  }
}

// The hash says whether the text is what was written; only what is needed to check it has to be looked at.
const entrySchema = z.object({
  key: z.string(),
  hash: z.string(),
  text: z.custom<RenderedText>((value) => typeof value === 'object' && value !== null),
})
