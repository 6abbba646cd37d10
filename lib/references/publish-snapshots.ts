import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Problem } from '../model/problem'
import { snapshotName } from '../snapshots/names'
import { type Published, publishSnapshot } from '../snapshots/publish'
import { embedsFolder, loadSnapshot } from '../snapshots/store'
import type { PlacedTarget } from '../snapshots/targets'
import { contentDir, workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'
import type { RenderedDocument, StagedSite } from './documents'
import type { MediaStore } from './media'
import { targetsOf } from './thread-target'

/**
 * Copies the snapshots that documents use to where pages read them: `.quire/snapshots/<name>.json`, and their pictures to
 * where pictures are served. Unused snapshots stay in the author's folder and are not served.
 */
export class SnapshotStore {
  readonly #projectDir: string
  readonly #media: MediaStore
  readonly #site: StagedSite
  readonly #published = new Map<string, Promise<Published>>()
  readonly #checked = new Map<string, Promise<Published>>()

  constructor(projectDir: string, media: MediaStore, site: StagedSite) {
    this.#projectDir = projectDir
    this.#media = media
    this.#site = site
  }

  /**
   * Publishes the snapshots of one document.
   * @param isPublished false if readers must not see the document: nothing is served then, but everything is checked
   * @returns a warning for each embed without a usable snapshot
   */
  async publish(document: RenderedDocument, isPublished = true): Promise<Problem[]> {
    const found = await Promise.all(
      targetsOf(document).map(async (target): Promise<Problem[]> => {
        const { warning } = await this.#publishOnce(target, isPublished)
        const { line, column } = target
        return warning
          ? [{ severity: 'warning', file: document.staged.settings.source.file, line, column, ...warning }]
          : []
      }),
    )
    return found.flat()
  }

  /** Removes what earlier runs published and this one did not. */
  async removeStale(): Promise<void> {
    const { snapshots } = workspace(this.#projectDir)
    const files = await readdir(snapshots).catch(() => [])
    const present = new Set<string>()
    for (const [name, published] of this.#published) {
      if ((await published).snapshot) present.add(`${name}.json`)
    }
    const stale = files.filter((file) => file.endsWith('.json') && !present.has(file))
    await Promise.all(stale.map((file) => rm(join(snapshots, file), { force: true })))
  }

  #publishOnce(target: PlacedTarget, isPublished: boolean): Promise<Published> {
    const name = snapshotName(target.provider, target.id)
    const cache = isPublished ? this.#published : this.#checked
    const known = cache.get(name)
    if (known) return known
    const published = this.#publish(name, target, isPublished)
    cache.set(name, published)
    return published
  }

  async #publish(name: string, target: PlacedTarget, isPublished: boolean): Promise<Published> {
    const own = embedsFolder(resolve(this.#projectDir, contentDir()))
    const fetched = workspace(this.#projectDir).fetchedEmbeds
    const isMissing = loadSnapshot(own, target.provider, target.id).state === 'missing'
    const isFetched = isMissing && loadSnapshot(fetched, target.provider, target.id).state === 'kept'
    const published = await publishSnapshot(target, {
      folder: isFetched ? fetched : own,
      timeZone: this.#site.timeZone,
      lang: this.#site.language,
      serve: async (file) => (await this.#media.locate(file, isPublished)).url,
    })
    if (published.snapshot && isPublished) {
      const { snapshots } = workspace(this.#projectDir)
      await writeFileAtomic(join(snapshots, `${name}.json`), JSON.stringify(published.snapshot))
    }
    return published
  }
}
