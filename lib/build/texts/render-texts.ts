import type { RenderedText } from '../../model/rendered'
import type { StoredDocument } from '../../references/documents'
import type { StagedText } from '../../staging/stage'
import { RenderPool } from './render-pool'
import { TextCache } from './text-cache'

/** Renders texts on every core, those that the cache does not hold. The dev server keeps one for as long as it runs. */
export class TextRenderer {
  readonly #cache: TextCache
  readonly #workerFile: string
  #pool: RenderPool | undefined

  /** @param worker the pipeline, as `bundleWorker` made it */
  constructor(projectDir: string, worker: { file: string; hash: string }) {
    this.#cache = new TextCache(projectDir, worker.hash)
    this.#workerFile = worker.file
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
    const known = await Promise.all(
      texts.map(async (text) => {
        const key = this.#cache.keyOf({ body: text.body, settings: text.staged.settings })
        const cached = await this.#cache.read(key)
        return { text, key, cached: cached?.incomplete ? undefined : cached }
      }),
    )
    const missing = known.filter(({ cached }) => !cached).length
    let done = 0
    return Promise.all(
      known.map(async ({ text, key, cached }) => {
        const rendered = cached ?? (await this.#renderOne(text, key, missing))
        const { milliseconds } = rendered
        const { file } = text.staged.settings.source
        if (!cached) onText({ file, milliseconds, done: ++done, all: missing })
        return { staged: text.staged, rendered: rendered.rendered, textKey: key }
      }),
    )
  }

  /** The HTML of a text that was rendered. */
  async readHtml({ textKey }: StoredDocument): Promise<string> {
    return (await this.#cache.read(textKey))?.html ?? ''
  }

  /** Deletes what no run of this renderer used. */
  prune(): Promise<void> {
    return this.#cache.prune()
  }

  async close(): Promise<void> {
    await this.#pool?.close()
    this.#pool = undefined
  }

  async #renderOne(
    { body, staged }: StagedText<StoredDocument['staged']>,
    key: string,
    texts: number,
  ): Promise<RenderedText> {
    this.#pool ??= new RenderPool(this.#workerFile, { texts })
    const rendered = await this.#pool.render({ body, settings: staged.settings })
    await this.#cache.write(key, rendered)
    return rendered
  }
}

/** A text that was rendered: which one, how long it took, and how many of how many are done. */
export interface TextDone {
  file: string
  milliseconds: number
  done: number
  all: number
}
