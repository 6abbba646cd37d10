import type { RenderedText } from '../../model/rendered'
import type { StoredDocument } from '../../references/documents'
import type { StagedText } from '../../staging/stage'
import { workspace } from '../../workspace'
import { JsonCache } from './json-cache'
import { RenderPool } from './render-pool'
import type { RenderTask } from './render-task'

/** Renders the texts that are not cached, on every core. The dev server keeps one renderer as long as it runs. */
export class TextRenderer {
  readonly #cache: JsonCache<RenderedText>
  readonly #workerFile: string
  readonly #isFactsOnly: boolean
  /** Without their HTML: what need not be read again for the next run. */
  readonly #remembered: Map<string, RenderedText> | undefined
  /** The last key of each file: a text that has not changed need not be hashed again. */
  readonly #keys: Map<string, { facts: string; body: string; key: string }> | undefined
  #mostTexts = 0
  #pool: RenderPool | undefined

  /**
   * @param worker the pipeline, as `bundleWorker` made it
   * @param options.factsOnly only the facts found by rendering are needed: code is not highlighted and no HTML is written, which
   *   takes half of the time. Texts rendered by a build are used too.
   * @param options.remembers keeps in memory what was found in texts, for many runs in one process
   */
  constructor(
    projectDir: string,
    worker: { file: string; hash: string },
    { factsOnly = false, remembers = false } = {},
  ) {
    this.#cache = new JsonCache(workspace(projectDir).texts, worker.hash)
    this.#workerFile = worker.file
    this.#isFactsOnly = factsOnly
    this.#remembered = remembers ? new Map() : undefined
    this.#keys = remembers ? new Map() : undefined
  }

  /**
   * Renders the texts of documents.
   * @param onText called after each text that was rendered
   * @returns the documents in their order, each with the name of its text in the cache
   */
  async render<Staged extends StoredDocument['staged']>(
    texts: readonly StagedText<Staged>[],
    onText: (done: TextDone) => void = () => {},
  ): Promise<StoredDocument<Staged>[]> {
    await this.#forgetDeleted()
    const known = await Promise.all(texts.map(async (text) => ({ text, ...(await this.#find(text)) })))
    this.#forgetOld(texts.length)
    const missing = known.filter(({ cached }) => !cached).length
    let done = 0
    return Promise.all(
      known.map(async ({ text, task, key, cached }) => {
        const rendered = cached ?? (await this.#renderOne(task, key, missing))
        const { milliseconds, pluginTimes } = rendered
        const { file } = text.staged.settings.source
        if (!cached) onText({ file, milliseconds, pluginTimes, done: ++done, all: missing })
        return { staged: text.staged, rendered: rendered.rendered, textKey: key }
      }),
    )
  }

  /** Pages read texts from the cache, which somebody may have emptied: what is not there is rendered again. */
  async #forgetDeleted(): Promise<void> {
    if (!this.#remembered) return
    const present = await this.#cache.list()
    for (const key of this.#remembered.keys()) if (!present.has(key)) this.#remembered.delete(key)
  }

  /** Texts that were edited away must not fill the memory; what goes with them is read from the cache again. */
  #forgetOld(texts: number): void {
    this.#mostTexts = Math.max(this.#mostTexts, texts)
    if ((this.#remembered?.size ?? 0) > 2 * this.#mostTexts + 1000) this.#remembered?.clear()
  }

  /** The HTML of a text that was rendered. */
  async readHtml({ textKey }: StoredDocument): Promise<string> {
    return (await this.#cache.read(textKey))?.html ?? ''
  }

  /** Deletes cached texts that no run of this renderer used. */
  prune(): Promise<void> {
    return this.#cache.prune()
  }

  async close(): Promise<void> {
    await this.#pool?.close()
    this.#pool = undefined
  }

  /** Looks a text up in the cache: the task to render if it is missing, and its key. */
  async #find({ body, staged }: StagedText<StoredDocument['staged']>): Promise<Found> {
    const { settings } = staged
    const whole = await this.#read({ body, settings })
    if (whole.cached || !this.#isFactsOnly) return whole
    return this.#read({ body, settings: { ...settings, plainCode: true }, factsOnly: true })
  }

  async #read(task: RenderTask): Promise<Found> {
    const key = this.#keyOf(task)
    const cached = this.#remembered?.get(key) ?? (await this.#cache.read(key))
    if (!cached || cached.incomplete) return { task, key, cached: undefined }
    this.#remember(key, cached)
    return { task, key, cached }
  }

  #keyOf({ settings, body }: RenderTask): string {
    const { file } = settings.source
    const facts = JSON.stringify(settings)
    const last = this.#keys?.get(file)
    if (last?.facts === facts && last.body === body) return last.key
    const key = this.#cache.keyOf([settings, body])
    this.#keys?.set(file, { facts, body, key })
    return key
  }

  #remember(key: string, text: RenderedText): void {
    this.#remembered?.set(key, { ...text, html: '', sections: [] })
  }

  async #renderOne(task: RenderTask, key: string, texts: number): Promise<RenderedText> {
    this.#pool ??= new RenderPool(this.#workerFile)
    this.#pool.expect(texts)
    const { pluginTimes, ...rendered } = await this.#pool.render(task)
    const kept = this.#isFactsOnly ? { ...rendered, html: '' } : rendered
    await this.#cache.write(key, kept)
    if (!kept.incomplete) this.#remember(key, kept)
    return { ...kept, pluginTimes }
  }
}

interface Found {
  task: RenderTask
  key: string
  cached: RenderedText | undefined
}

/** A rendered text: which one, how long it took, and the progress. */
export interface TextDone {
  file: string
  milliseconds: number
  /** Milliseconds by the name of the plugin. */
  pluginTimes?: Record<string, number>
  done: number
  all: number
}
