import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { bundleCode } from '../build/texts/bundle-code'
import { contextOf, setContext } from '../markdown/context'
import { rehypeAdvice } from '../markdown/extract/rehype-advice'
import { usePage, useSyntax } from '../markdown/pipeline'
import type { MarkdownSettings } from '../model/document'
import type { Rendered } from '../model/rendered'
import { writeFileAtomic } from '../write-file'

/**
 * What rendering finds in a text, remembered between runs of `check`: a text that has not changed is not rendered
 * again. The HTML itself is of no use here and is not kept.
 */
export class Facts {
  readonly #file: string
  readonly #salt: string
  readonly #known: ReadonlyMap<string, Rendered>
  readonly #used = new Map<string, Rendered>()
  /** How many texts had to be rendered in this run. */
  rendered = 0

  private constructor(file: string, salt: string, known: ReadonlyMap<string, Rendered>) {
    this.#file = file
    this.#salt = salt
    this.#known = known
  }

  /** Reads what earlier runs found. A damaged or missing file only costs time. */
  static async open(projectDir: string): Promise<Facts> {
    // Kept by Vercel and by most CI between runs.
    const file = join(projectDir, '.next', 'cache', 'quire', 'check.json')
    const stored: unknown = await readFile(file, 'utf8')
      .then((text) => JSON.parse(text))
      .catch(() => ({}))
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
    // All that this file imports: another rule finds other things.
    const { hash } = await bundleCode(projectDir, fileURLToPath(import.meta.url))
    return new Facts(file, hash, new Map(entries))
  }

  async of(body: string, settings: MarkdownSettings): Promise<Rendered> {
    const key = createHash('sha256')
      .update(this.#salt)
      .update(JSON.stringify(settings))
      .update('\0')
      .update(body)
      .digest('base64url')
    const rendered = this.#used.get(key) ?? this.#known.get(key) ?? (await this.#render(body, settings))
    this.#used.set(key, rendered)
    return rendered
  }

  /** Keeps what this run used; what no document has any more is forgotten. */
  async save(): Promise<void> {
    if (this.rendered === 0 && this.#used.size === this.#known.size) return
    await writeFileAtomic(this.#file, JSON.stringify(Object.fromEntries(this.#used)))
  }

  async #render(body: string, settings: MarkdownSettings): Promise<Rendered> {
    this.rendered++
    const file = new VFile(body)
    setContext(file, settings)
    await processor.process(file)
    return contextOf(file).rendered
  }
}

const processor = unified()
useSyntax(processor)
processor.use(rehypeAdvice) // before headings move: the levels are the author's
usePage(processor)
