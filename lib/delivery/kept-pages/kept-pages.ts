import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { decodePercent } from '../../urls/decode'
import { workspace } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import { hashPages, type KeyedPage } from './page-keys'
import { collectFiles, PageStore, restoreFiles } from './page-store'

/**
 * Pages and feeds that need not be rendered again, because none of their inputs has changed since a build that
 * stored them. Next takes ten milliseconds for the simplest page, so only pages that are not rendered are fast.
 *
 * Before `next build`, `.quire/kept-pages.json` lists them, and `generateStaticParams` leaves them out; afterwards their
 * files and their entries in `prerender-manifest.json` are restored, so `next start` and Vercel's builder find what a
 * complete build would have written.
 */
export class KeptPages {
  readonly #distDir: string
  readonly #store: PageStore
  /** Every page that may be kept, by the decoded path of its URL. */
  readonly #pages: ReadonlyMap<string, KeyedPage>
  /** Those that are restored. */
  readonly #kept: Set<string>
  /** Files that they load, by path below `distDir`. */
  readonly #assets: ReadonlySet<string>

  private constructor(
    { distDir, store, pages }: { distDir: string; store: PageStore; pages: ReadonlyMap<string, KeyedPage> },
    kept: Set<string>,
    assets: ReadonlySet<string>,
  ) {
    this.#distDir = distDir
    this.#store = store
    this.#pages = pages
    this.#kept = kept
    this.#assets = assets
  }

  /** Finds the kept pages, and lists them for `generateStaticParams`. */
  static async open(projectDir: string, distDir: string, codeHash: string): Promise<KeptPages> {
    const store = new PageStore(distDir)
    const pages = await hashPages(projectDir, codeHash)
    const stored = await store.list()
    const kept = new Set<string>()
    const assets = new Set<string>()
    const rendered = new Set<string>()
    for (const [path, { key, route }] of pages) {
      const loaded = stored.has(key) ? store.readAssets(key) : undefined
      if (loaded) kept.add(path)
      else rendered.add(route)
      for (const asset of loaded ?? []) assets.add(asset)
    }
    // Next requires at least one page per route.
    for (const [path, { route }] of pages) {
      if (!rendered.has(route)) kept.delete(path)
      rendered.add(route)
    }
    await writeFileAtomic(workspace(projectDir).keptPages, JSON.stringify([...kept]))
    return new KeptPages({ distDir, store, pages }, kept, assets)
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
   * @param lastOutput `.next/server` of the last build: its files are moved where they are the same
   */
  async finish(withRuntime: ReadonlySet<string>, lastOutput: string): Promise<void> {
    const manifestFile = path.join(this.#distDir, 'prerender-manifest.json')
    const manifest = prerenderManifest.parse(JSON.parse(await readFile(manifestFile, 'utf8')))
    const appDir = path.join(this.#distDir, 'server', 'app')
    for (const [route, entry] of Object.entries(manifest.routes)) {
      const page = this.#pages.get(decodePercent(route))
      const files = page && !withRuntime.has(route) ? collectFiles(appDir, route) : undefined
      if (page && files) this.#store.write(page.key, { route, entry, files })
    }
    const lastDir = path.join(lastOutput, 'app')
    for (const url of this.#kept) {
      const page = this.#store.read(this.#pages.get(url)?.key ?? '')
      if (!page) throw new Error(`The kept page ${url} has disappeared from the cache. Build again.`)
      restoreFiles(appDir, page.files, lastDir)
      manifest.routes[page.route] = page.entry
    }
    manifest.routes = Object.fromEntries(Object.entries(manifest.routes).sort(([a], [b]) => (a < b ? -1 : 1)))
    await writeFileAtomic(manifestFile, JSON.stringify(manifest))
    await this.#store.keepOnly(new Set([...this.#pages.values()].map(({ key }) => key)))
  }
}

const prerenderManifest = z.looseObject({
  routes: z.record(z.string(), z.record(z.string(), z.unknown())),
})
