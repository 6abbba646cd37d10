import { type Problem, sortProblems } from '../model/problem'
import { collectReferences } from '../references/collect'
import { ReferenceMemory } from '../references/reference-memory'
import { publishThreads } from '../responses/kept/publish-threads'
import { type Staged, stage } from '../staging/stage'
import { StageMemory } from '../staging/stage-memory'
import { contentDir } from '../workspace'
import { bundleEnhancement } from './enhancement'
import { renderDocuments } from './render-documents'
import { bundleWorker } from './texts/bundle-code'
import { type TextDone, TextRenderer } from './texts/render-texts'

interface Options {
  publishes: boolean
  remembers?: boolean
}

interface RunOptions {
  onText?: (done: TextDone) => void
  changed?: readonly string[]
}

/**
 * From the author's folder to the index that pages read: stages, renders, resolves references. One object
 * is used for a whole run; in `dev` it runs again after each change and keeps its threads.
 */
export class ContentBuild {
  readonly #projectDir: string
  readonly #renderer: TextRenderer
  readonly #publishes: boolean
  readonly #memory: { stage: StageMemory; references: ReferenceMemory } | undefined
  /** Those of the documents of the last run. */
  #files: ReadonlySet<string> = new Set()
  /** The `responses` of site.yaml that the script was last bundled for. */
  #enhancedFor: string | undefined

  private constructor(projectDir: string, renderer: TextRenderer, { publishes, remembers }: Options) {
    this.#projectDir = projectDir
    this.#memory = remembers ? { stage: new StageMemory(), references: new ReferenceMemory() } : undefined
    this.#publishes = publishes
    this.#renderer = renderer
  }

  /**
   * @param projectDir absolute path of the folder that holds package.json
   * @param options.publishes whether readers, or the author in `dev`, see the result: only then are files deleted that
   *   earlier runs copied and that are no longer used
   * @param options.remembers keeps in memory what it read, for many runs: an edit is then seen sooner
   */
  static async open(projectDir: string, options: Options): Promise<ContentBuild> {
    const renderer = new TextRenderer(projectDir, await bundleWorker(projectDir), options)
    return new ContentBuild(projectDir, renderer, options)
  }

  /**
   * Runs one build.
   * @param options.onText called after each text that was rendered
   * @param options.changed the files that were changed since the last run, with paths as in problems, if it is known
   * that none was added or deleted; then only what depends on them is resolved
   * @returns what was staged, and the problems of all steps, sorted by place
   */
  async run({ onText, changed }: RunOptions = {}): Promise<{ staged: Staged; problems: Problem[] }> {
    const staged = await stage({
      projectDir: this.#projectDir,
      contentDir: contentDir(),
      memory: this.#memory?.stage,
    })
    await this.#bundleEnhancement(staged)
    const documents = await renderDocuments(this.#renderer, staged.texts, onText)
    const found = await collectReferences(
      this.#projectDir,
      { documents, blogs: staged.blogs },
      this.#publishes,
      { memory: this.#memory?.references, onlyTexts: this.#isOnlyTexts(staged, changed) },
    )
    const slugs = new Set(staged.posts.map(({ slug }) => slug))
    const kept = await publishThreads(this.#projectDir, slugs)
    return { staged, problems: sortProblems([...staged.problems, ...found, ...kept]) }
  }

  /** Whether the changed files are documents, before and after: then others still find the files they name. */
  #isOnlyTexts({ posts, pages }: Staged, changed: readonly string[] | undefined): boolean {
    const files = new Set([...posts, ...pages].map(({ settings }) => settings.source.file))
    const before = this.#files
    this.#files = files
    return changed?.every((file) => files.has(file) && before.has(file)) ?? false
  }

  /** The script of the pages contains only what site.yaml enables. */
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
