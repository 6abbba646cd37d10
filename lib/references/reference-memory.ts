import type { Problem } from '../model/problem'
import type { StoredDocument, StoredDocuments } from './documents'
import type { LinkContext, ResolvedLinks } from './links'
import type { locateFiles } from './own-files'

/**
 * A cache of the dev server for the references of each document, valid after an edit of another document: its files and
 * snapshots as long as no file came, went or changed but texts of documents, where its links lead as long as, besides,
 * all documents have the names and anchors they had.
 */
export class ReferenceMemory {
  #files = new Map<string, { key: string; found: Promise<FoundFiles> }>()
  #links = new Map<string, { key: string; found: ResolvedLinks }>()
  #context = ''

  /**
   * Must be called before each run.
   * @param onlyTexts nothing but texts of documents has changed since the last run
   */
  start(
    documents: StoredDocuments,
    context: Pick<LinkContext, 'origin' | 'homes'>,
    onlyTexts: boolean,
  ): void {
    const { posts, pages, site } = documents
    const names = [...posts, ...pages].map(({ staged, rendered }) => [staged, rendered.anchors])
    const now = JSON.stringify([names, site.staged, context.origin, [...context.homes]])
    if (!onlyTexts) this.#files.clear()
    if (!onlyTexts || now !== this.#context) this.#links.clear()
    this.#context = now
  }

  /** @param find looks up the files and snapshots of a document */
  findFiles(
    document: StoredDocument,
    isVisible: boolean,
    find: () => Promise<FoundFiles>,
  ): Promise<FoundFiles> {
    const { file } = document.staged.settings.source
    const key = JSON.stringify([document.textKey, document.staged, isVisible])
    const known = this.#files.get(file)
    if (known?.key === key) return known.found
    const found = find()
    this.#files.set(file, { key, found })
    // Failed look-ups are tried again.
    found.catch(() => this.#files.delete(file))
    return found
  }

  /** @param resolve resolves the links of a document */
  resolveLinks(document: StoredDocument, resolve: () => ResolvedLinks): ResolvedLinks {
    const { file } = document.staged.settings.source
    const known = this.#links.get(file)
    if (known?.key === document.textKey) return known.found
    const found = resolve()
    this.#links.set(file, { key: document.textKey, found })
    return found
  }
}

/** The files of a document, and the problems with them and with the snapshots of its embeds. */
export interface FoundFiles {
  located: Awaited<ReturnType<typeof locateFiles>>
  snapshotProblems: Problem[]
}
