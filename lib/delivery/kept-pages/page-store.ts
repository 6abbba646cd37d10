import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import pLimit from 'p-limit'
import { z } from 'zod'
import { writeFileAtomic } from '../../write-file'

/** Finished pages of earlier builds, in `.next/cache`: one compressed file each, named after the page's key. */
export class PageStore {
  readonly #folder: string
  readonly #limit = pLimit(16)

  /** @param distDir absolute path of Next's output: `.next` */
  constructor(distDir: string) {
    this.#folder = path.join(distDir, 'cache', 'quire', 'pages')
  }

  /** The keys of all stored pages. Damage is detected when a page is read. */
  async list(): Promise<Set<string>> {
    const names = await readdir(this.#folder).catch(() => [])
    return new Set(names.map((name) => name.replace(/\.gz$/, '')))
  }

  /** @returns undefined if there is none, or it is damaged */
  read(key: string): Promise<KeptPage | undefined> {
    return this.#limit(async () => {
      try {
        const json = await decompress(await readFile(this.#fileOf(key)))
        const stored = storedPage.parse(JSON.parse(json.toString('utf8')))
        return stored.key === key && stored.hash === hashOf(stored.page) ? stored.page : undefined
      } catch {
        return undefined
      }
    })
  }

  /** @param collect reads the page when it is needed: all of them together may be larger than memory */
  write(key: string, collect: () => Promise<KeptPage>): Promise<void> {
    return this.#limit(async () => {
      const page = await collect()
      const json = JSON.stringify({ key, hash: hashOf(page), page })
      // Fast rather than small: pages are written after each change.
      await writeFileAtomic(this.#fileOf(key), await compress(json, { level: 1 }))
    })
  }

  /** Deletes all pages except those of this build. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const stale = [...(await this.list())].filter((key) => !keys.has(key))
    await Promise.all(stale.map((key) => rm(this.#fileOf(key), { force: true })))
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, `${key}.gz`)
  }
}

/**
 * Collects what Next wrote for a page: HTML, flight data, its segments, headers.
 * @param route as in the prerender manifest: `/posts/a`
 */
export async function collectFiles(appDir: string, route: string): Promise<KeptPage['files']> {
  const files: KeptPage['files'] = {}
  const base = await baseOf(appDir, route)
  for (const extension of ['.html', '.rsc', '.meta'])
    files[`${base}${extension}`] = await readFile(path.join(appDir, `${base}${extension}`), 'utf8')
  const segments = path.join(appDir, `${base}.segments`)
  const inside = await readdir(segments, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of inside.filter((file) => file.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    files[path.relative(appDir, file).split(path.sep).join('/')] = await readFile(file, 'utf8')
  }
  return files
}

/** Restores a page to where Next had written it. */
export async function restoreFiles(appDir: string, files: KeptPage['files']): Promise<void> {
  for (const folder of new Set(Object.keys(files).map((file) => path.dirname(path.join(appDir, file)))))
    await mkdir(folder, { recursive: true })
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(path.join(appDir, file), text)))
}

/** Next names the files of `/posts/%C3%BCber` by the decoded path. */
async function baseOf(appDir: string, route: string): Promise<string> {
  const candidates = [route, decodeURIComponent(route)].map((each) => each.replace(/^\//, ''))
  for (const base of candidates) {
    const exists = await access(path.join(appDir, `${base}.html`)).then(
      () => true,
      () => false,
    )
    if (exists) return base
  }
  throw new Error(`Next has written no HTML for ${route}.`)
}

const compress = promisify(gzip)
const decompress = promisify<Buffer, Buffer>(gunzip)

function hashOf(page: KeptPage): string {
  return createHash('sha256').update(JSON.stringify(page)).digest('hex')
}

const keptPage = z.object({
  /** As in the prerender manifest. */
  route: z.string(),
  /** Its entry there. */
  entry: z.record(z.string(), z.unknown()),
  /** Texts by path below `server/app`. */
  files: z.record(z.string(), z.string()),
})

const storedPage = z.object({ key: z.string(), hash: z.string(), page: keptPage })

/** A page as it was delivered. */
export type KeptPage = z.infer<typeof keptPage>
