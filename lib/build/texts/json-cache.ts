import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { formatEntry, readEntry } from './cache-entry'

/**
 * Results of worker threads, by a hash of everything that affects them. Pages read them (`lib/blog/generated/texts.ts`), in
 * `.next/cache`, because Vercel and most CI keep that folder between builds.
 */
export class JsonCache<Value extends object> {
  readonly #folder: string
  readonly #codeHash: string
  readonly #used = new Set<string>()

  /**
   * @param folder absolute
   * @param codeHash hash of the code that makes the values, from `bundleWorker`
   */
  constructor(folder: string, codeHash: string) {
    this.#folder = folder
    this.#codeHash = codeHash
  }

  /** The key of a value: it depends on the input and the code. */
  keyOf(input: unknown): string {
    const key = createHash('sha256').update(this.#codeHash).update(JSON.stringify(input))
    return key.digest('hex').slice(0, 40)
  }

  /** @returns undefined if there is none, or it is damaged */
  async read(key: string): Promise<Value | undefined> {
    this.#used.add(key)
    const file = readIfThere(this.#fileOf(key))
    return file === undefined ? undefined : readEntry<Value>(file, key)
  }

  /** Not atomically, which takes three times as long: an entry that is not whole is detected when it is read. */
  async write(key: string, text: Value): Promise<void> {
    this.#used.add(key)
    await mkdir(this.#folder, { recursive: true })
    await files(() => writeFile(this.#fileOf(key), formatEntry(key, text)))
  }

  /** The keys of all entries. Damage is detected when one is read. */
  async list(): Promise<Set<string>> {
    const names = await readdir(this.#folder).catch(() => [])
    return new Set(names.map((name) => name.replace(/\.json$/, '')))
  }

  /** Deletes what this run did not use, if that is more than it used: a build of another branch may need it again. */
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

/** Without waiting in between: for thousands of small files that takes a third of the time. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A file that cannot be opened, because too many are open, would be rendered again. The limit is often 1,024. */
const files = pLimit(64)

/** About a dozen edits of every post of a small blog. */
const SPARED = 500
