import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import pLimit from 'p-limit'
import { z } from 'zod'

/** Finished pages of earlier builds, in `.next/cache`: one file each, named after the page's key. */
export class PageStore {
  readonly #folder: string
  readonly #limit = pLimit(16)

  /** @param distDir absolute path of Next's output: `.next` */
  constructor(distDir: string) {
    this.#folder = path.join(distDir, 'cache', 'quire', 'pages')
  }

  /** The keys of all stored pages. Damage is detected when a page is read. */
  async list(): Promise<Set<string>> {
    return new Set((await this.#listFiles()).map(keyOf))
  }

  /**
   * The files that a page loads, without unpacking it.
   * @returns undefined if there is no such page, or it is damaged
   */
  async readAssets(key: string): Promise<string[] | undefined> {
    return (await this.#limit(() => this.#open(key)))?.assets
  }

  /** @returns undefined if there is none, or it is damaged */
  read(key: string): Promise<KeptPage | undefined> {
    return this.#limit(async () => {
      const packed = (await this.#open(key))?.packed
      return packed && keptPage.parse(JSON.parse((await decompress(packed)).toString('utf8')))
    })
  }

  /** @param collect reads the page when it is needed: all of them together may be larger than memory */
  write(key: string, collect: () => Promise<KeptPage>): Promise<void> {
    return this.#limit(async () => {
      const page = await collect()
      // Fast rather than small: pages are written after each change.
      const packed = await compress(JSON.stringify(page), { level: 1 })
      const assets = assetsOf(page)
      const head: Head = { key, assets, hash: hashOf(key, assets, packed) }
      await mkdir(this.#folder, { recursive: true })
      // Not atomically: a page that is not whole is detected when it is read.
      await writeFile(this.#fileOf(key), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), packed]))
    })
  }

  async #open(key: string): Promise<{ assets: string[]; packed: Buffer } | undefined> {
    const file = await readFile(this.#fileOf(key)).catch(() => undefined)
    const end = file?.indexOf('\n') ?? -1
    if (!file || end < 0) return undefined
    const head = parseHead(file.toString('utf8', 0, end))
    const packed = file.subarray(end + 1)
    const isWhole = head?.key === key && head.hash === hashOf(key, head.assets, packed)
    return isWhole ? { assets: head.assets, packed } : undefined
  }

  /** Deletes all files except the pages of this build. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const stale = (await this.#listFiles()).filter((name) => !keys.has(keyOf(name)))
    await Promise.all(stale.map((name) => rm(path.join(this.#folder, name), { force: true })))
  }

  #listFiles(): Promise<string[]> {
    return readdir(this.#folder).catch(() => [])
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, `${key}.page`)
  }
}

function keyOf(name: string): string {
  return name.replace(/\.page$/, '')
}

/**
 * Collects what is left of a delivered page: HTML, flight data, headers.
 * @param route as in the prerender manifest: `/posts/a`
 */
export async function collectFiles(appDir: string, route: string): Promise<KeptPage['files']> {
  const files: KeptPage['files'] = {}
  const base = await baseOf(appDir, route)
  for (const extension of ['.html', '.rsc', '.meta'])
    files[`${base}${extension}`] = await readFile(path.join(appDir, `${base}${extension}`), 'utf8')
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

function hashOf(key: string, assets: readonly string[], packed: Buffer): string {
  return createHash('sha256')
    .update(JSON.stringify([key, assets]))
    .update(packed)
    .digest('hex')
}

/** `/_next/static/chunks/a.css` is the file `static/chunks/a.css`. */
function assetsOf({ files }: KeptPage): string[] {
  const html = Object.entries(files).find(([file]) => file.endsWith('.html'))?.[1] ?? ''
  const assets = [...html.matchAll(/"\/_next\/(static\/[^"?]+)/g)].map(([, asset = '']) => asset)
  return [...new Set(assets)]
}

function parseHead(json: string): Head | undefined {
  try {
    return headSchema.parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

/** The first line of a stored page. */
const headSchema = z.object({
  key: z.string(),
  /** Paths below `.next` of what the page loads: their names hold hashes. */
  assets: z.array(z.string()),
  /** Of all the rest. */
  hash: z.string(),
})

type Head = z.infer<typeof headSchema>

const keptPage = z.object({
  /** As in the prerender manifest. */
  route: z.string(),
  /** Its entry there. */
  entry: z.record(z.string(), z.unknown()),
  /** Texts by path below `server/app`. */
  files: z.record(z.string(), z.string()),
})

/** A page as it was delivered. */
export type KeptPage = z.infer<typeof keptPage>
