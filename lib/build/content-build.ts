import { type Problem, sortProblems } from '../model/problem'
import { collectReferences } from '../references/collect'
import { type Staged, stage } from '../staging/stage'
import { contentDir } from '../workspace'
import { bundleEnhancement } from './enhancement'
import { renderDocuments } from './render-documents'
import { bundleWorker } from './texts/bundle-code'
import { type TextDone, TextRenderer } from './texts/render-texts'

/**
 * From the author's folder to the index that pages read: stages, renders, looks up what documents name. One object
 * serves a whole run; in `dev` it is asked again after each change and keeps its threads.
 */
export class ContentBuild {
  readonly #projectDir: string
  readonly #renderer: TextRenderer
  readonly #publishes: boolean
  /** `responses` of site.yaml, as the script was last made for it. */
  #enhancedFor: string | undefined

  private constructor(projectDir: string, renderer: TextRenderer, publishes: boolean) {
    this.#projectDir = projectDir
    this.#publishes = publishes
    this.#renderer = renderer
  }

  /**
   * @param projectDir absolute path of the folder that holds package.json
   * @param options.publishes whether readers, or the author in `dev`, see the result: only then are files deleted that
   *   earlier runs copied and nothing names any more
   */
  static async open(projectDir: string, { publishes }: { publishes: boolean }): Promise<ContentBuild> {
    const renderer = new TextRenderer(projectDir, await bundleWorker(projectDir))
    return new ContentBuild(projectDir, renderer, publishes)
  }

  /**
   * Does all of it once.
   * @param onText called after each text that was rendered
   * @returns what was staged, and the problems of all steps, sorted by place
   */
  async run(onText?: (done: TextDone) => void): Promise<{ staged: Staged; problems: Problem[] }> {
    const staged = await stage({ projectDir: this.#projectDir, contentDir: contentDir() })
    await this.#bundleEnhancement(staged)
    const documents = await renderDocuments(this.#renderer, staged.texts, onText)
    const found = await collectReferences(
      this.#projectDir,
      { documents, blogs: staged.blogs },
      this.#publishes,
    )
    return { staged, problems: sortProblems([...staged.problems, ...found]) }
  }

  /** The script of the pages holds what site.yaml asks for. */
  async #bundleEnhancement({ site: { responses } }: Staged): Promise<void> {
    const asked = JSON.stringify(responses ?? null)
    if (asked !== this.#enhancedFor) await bundleEnhancement(this.#projectDir, responses)
    this.#enhancedFor = asked
  }

  /** Ends the threads. A run that publishes also deletes cached texts that it did not use. */
  async close(): Promise<void> {
    await this.#renderer.close()
    if (this.#publishes) await this.#renderer.prune()
  }
}
