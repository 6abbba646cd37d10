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
  /** `responses` of site.yaml, as the script was last made for it. */
  #enhancedFor: string | undefined

  private constructor(projectDir: string, renderer: TextRenderer) {
    this.#projectDir = projectDir
    this.#renderer = renderer
  }

  /** @param projectDir absolute path of the folder that holds package.json */
  static async open(projectDir: string): Promise<ContentBuild> {
    return new ContentBuild(projectDir, new TextRenderer(projectDir, await bundleWorker(projectDir)))
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
    const found = await collectReferences(this.#projectDir, documents)
    return { staged, problems: sortProblems([...staged.problems, ...found]) }
  }

  /** The script of the pages holds what site.yaml asks for. */
  async #bundleEnhancement({ site: { responses } }: Staged): Promise<void> {
    const asked = JSON.stringify(responses ?? null)
    if (asked !== this.#enhancedFor) await bundleEnhancement(this.#projectDir, responses)
    this.#enhancedFor = asked
  }

  /** Ends the threads, and deletes cached texts that were not asked for. */
  async close(): Promise<void> {
    await this.#renderer.close()
    await this.#renderer.prune()
  }
}
