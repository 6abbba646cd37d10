import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { decodePercent } from '../../urls/decode'
import { workspace } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import { hashPostPages } from './page-keys'
import { collectFiles, PageStore, restoreFiles } from './page-store'

/**
 * Pages of posts that need not be rendered again, because none of their inputs has changed since a build that
 * stored them. Next takes ten milliseconds for the simplest page, so only pages that are not rendered are fast.
 *
 * Before `next build`, `.quire/kept-pages.json` lists them, and `generateStaticParams` leaves them out; afterwards their
 * files and their entries in `prerender-manifest.json` are restored, so `next start` and Vercel's builder find what a
 * complete build would have written.
 */
export class KeptPages {
  readonly #distDir: string
  readonly #store: PageStore
  /** Of every page, by URL. */
  readonly #keys: ReadonlyMap<string, string>
  /** URLs of the restored pages. */
  readonly #kept: Set<string>
  /** Files that they load, by path below `distDir`. */
  readonly #assets: ReadonlySet<string>

  private constructor(
    { distDir, store, keys }: { distDir: string; store: PageStore; keys: ReadonlyMap<string, string> },
    kept: Set<string>,
    assets: ReadonlySet<string>,
  ) {
    this.#distDir = distDir
    this.#store = store
    this.#keys = keys
    this.#kept = kept
    this.#assets = assets
  }

  /** Finds the kept pages, and lists them for `generateStaticParams`. */
  static async open(projectDir: string, distDir: string, codeHash: string): Promise<KeptPages> {
    const store = new PageStore(distDir)
    const keys = await hashPostPages(projectDir, codeHash)
    const stored = await store.list()
    const kept = new Set<string>()
    const assets = new Set<string>()
    await Promise.all(
      [...keys].map(async ([url, key]) => {
        const loaded = stored.has(key) ? await store.readAssets(key) : undefined
        if (!loaded) return
        kept.add(url)
        for (const asset of loaded) assets.add(asset)
      }),
    )
    // Next requires at least one page per route.
    const [first] = kept
    if (first !== undefined && kept.size === keys.size) kept.delete(first)
    await writeFileAtomic(workspace(projectDir).keptPages, JSON.stringify([...kept]))
    return new KeptPages({ distDir, store, keys }, kept, assets)
  }

  /** Whether `next build` has written every file that the kept pages load: their names contain hashes. */
  fits(): boolean {
    return [...this.#assets].every((asset) => existsSync(path.join(this.#distDir, asset)))
  }

  /** Restores nothing: every page is rendered. */
  forget(): void {
    this.#kept.clear()
  }

  /** How many pages are restored. */
  get size(): number {
    return this.#kept.size
  }

  /**
   * After `next build` and delivery: stores the rendered pages, and restores the others.
   * @param withRuntime routes whose pages keep Next's runtime: these depend on the build and are rendered in each
   */
  async finish(withRuntime: ReadonlySet<string>): Promise<void> {
    const manifestFile = path.join(this.#distDir, 'prerender-manifest.json')
    const manifest = prerenderManifest.parse(JSON.parse(await readFile(manifestFile, 'utf8')))
    const appDir = path.join(this.#distDir, 'server', 'app')
    const urls = new Map([...this.#keys.keys()].map((url) => [decodeURIComponent(url), url]))
    await Promise.all(
      Object.entries(manifest.routes).map(async ([route, entry]) => {
        const key = this.#keys.get(urls.get(decodePercent(route)) ?? '')
        if (key === undefined || withRuntime.has(route)) return
        await this.#store.write(key, async () => ({ route, entry, files: await collectFiles(appDir, route) }))
      }),
    )
    await Promise.all(
      [...this.#kept].map(async (url) => {
        const page = await this.#store.read(this.#keys.get(url) ?? '')
        if (!page) throw new Error(`The kept page of ${url} has disappeared from the cache. Build again.`)
        await restoreFiles(appDir, page.files)
        manifest.routes[page.route] = page.entry
      }),
    )
    manifest.routes = Object.fromEntries(Object.entries(manifest.routes).sort(([a], [b]) => (a < b ? -1 : 1)))
    await writeFileAtomic(manifestFile, JSON.stringify(manifest))
    await this.#store.keepOnly(new Set(this.#keys.values()))
  }
}

const prerenderManifest = z.looseObject({
  routes: z.record(z.string(), z.record(z.string(), z.unknown())),
})
