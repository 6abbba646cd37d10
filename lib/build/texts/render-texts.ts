import type { RenderedText } from '../../model/rendered'
import type { StoredDocument } from '../../references/documents'
import type { StagedText } from '../../staging/stage'
import { workspace } from '../../workspace'
import { JsonCache } from './json-cache'
import { RenderPool } from './render-pool'
import type { RenderTask } from './render-task'

/** Renders texts on every core, those that the cache does not hold. The dev server keeps one for as long as it runs. */
export class TextRenderer {
  readonly #cache: JsonCache<RenderedText>
  readonly #workerFile: string
  readonly #isFactsOnly: boolean
  #pool: RenderPool | undefined

  /**
   * @param worker the pipeline, as `bundleWorker` made it
   * @param options.factsOnly only what rendering finds is of interest: code is not highlighted, which takes a third of
   *   the time, and no HTML is kept. What a build has rendered is used too.
   */
  constructor(projectDir: string, worker: { file: string; hash: string }, { factsOnly = false } = {}) {
    this.#cache = new JsonCache(workspace(projectDir).texts, worker.hash)
    this.#workerFile = worker.file
    this.#isFactsOnly = factsOnly
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
    const known = await Promise.all(texts.map(async (text) => ({ text, ...(await this.#find(text)) })))
    const missing = known.filter(({ cached }) => !cached).length
    let done = 0
    return Promise.all(
      known.map(async ({ text, task, key, cached }) => {
        const rendered = cached ?? (await this.#renderOne(task, key, missing))
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

  /** Looks a text up: what is to be rendered where the cache lacks it, and under which name it is kept. */
  async #find({ body, staged }: StagedText<StoredDocument['staged']>): Promise<Found> {
    const { settings } = staged
    const whole = await this.#read({ body, settings })
    if (whole.cached || !this.#isFactsOnly) return whole
    return this.#read({ body, settings: { ...settings, plainCode: true } })
  }

  async #read(task: RenderTask): Promise<Found> {
    const key = this.#cache.keyOf([task.settings, task.body])
    const cached = await this.#cache.read(key)
    return { task, key, cached: cached?.incomplete ? undefined : cached }
  }

  async #renderOne(task: RenderTask, key: string, texts: number): Promise<RenderedText> {
    this.#pool ??= new RenderPool(this.#workerFile, { texts })
    const rendered = await this.#pool.render(task)
    const kept = this.#isFactsOnly ? { ...rendered, html: '' } : rendered
    await this.#cache.write(key, kept)
    return kept
  }
}

interface Found {
  task: RenderTask
  key: string
  cached: RenderedText | undefined
}

/** A text that was rendered: which one, how long it took, and how many of how many are done. */
export interface TextDone {
  file: string
  milliseconds: number
  done: number
  all: number
}
