import { stat } from 'node:fs/promises'
import type { Problem } from '../model/problem'
import type { Blog, PostFile } from './blogs/blog'
import type { OpenedPost } from './opened-post'

/**
 * What the dev server need not read and write again: files of posts that are as they were, and staged files that it has
 * written itself. Whether a file has changed is asked of the file system, so nothing depends on having seen each change.
 */
export class StageMemory {
  readonly #opened = new Map<string, { state: string; blog: Blog['record']; opened: Opened }>()
  readonly #written = new Map<string, StagedParts>()

  /** @param open reads the file; what it returns belongs to the caller, who may change it */
  async open(file: PostFile, blog: Blog, open: () => Promise<Opened>): Promise<Opened> {
    const { mtimeMs, ctimeMs, size, ino } = await stat(file.path)
    const state = JSON.stringify([mtimeMs, ctimeMs, size, ino, file, blog.kind, blog.settings.defaults])
    let known = this.#opened.get(file.path)
    if (known?.state !== state || known.blog !== blog.record) {
      known = { state, blog: blog.record, opened: await open() }
      this.#opened.set(file.path, known)
    }
    const { opened } = known
    const problems = [...opened.problems]
    if (!('fields' in opened)) return { problems }
    const { finished } = opened
    return {
      ...opened,
      blog,
      file,
      problems,
      fields: { ...opened.fields },
      finished: finished && { ...finished, blog, file, fields: { ...finished.fields } },
    }
  }

  /** Whether a staged file must be written. Remembers that it is. @param parts its content */
  mustWrite(path: string, parts: StagedParts): boolean {
    const written = this.#written.get(path)
    const isNew = written?.head !== parts.head || written.body !== parts.body
    this.#written.set(path, parts)
    return isNew
  }

  /** Forgets a staged file that was removed. */
  forgetWritten(path: string): void {
    this.#written.delete(path)
  }
}

/** The content of a staged file. Texts are compared, not hashed: one that has not changed is the same object. */
export interface StagedParts {
  head: string
  body: string
}

type Opened = OpenedPost | { problems: Problem[] }
