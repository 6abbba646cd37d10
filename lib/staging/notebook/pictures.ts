import { createHash } from 'node:crypto'
import { ownValue } from '../../model/records'
import type { MimeBundle } from './notebook-file'

/** Kinds of pictures, the sharpest first. */
const EXTENSIONS = new Map([
  ['image/svg+xml', 'svg'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
])

/** The pictures of one notebook, by the name that its text has for each. */
export class NotebookPictures {
  readonly files = new Map<string, Uint8Array>()
  readonly #stem: string

  /** @param stem the name of the notebook, for names that say something */
  constructor(stem: string) {
    this.#stem = stem.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60)
  }

  /**
   * Keeps the best picture of a bundle.
   * @returns its URL, which `lib/references` resolves, and its type; undefined if there is none
   */
  add(data: MimeBundle): { url: string; mime: string } | undefined {
    for (const [mime, extension] of EXTENSIONS) {
      const value = ownValue(data, mime)
      const text = Array.isArray(value) ? value.join('') : value
      if (typeof text !== 'string' || text === '') continue
      const bytes = Buffer.from(text, extension === 'svg' && /^\s*</.test(text) ? 'utf8' : 'base64')
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
      const name = `${this.#stem}-${hash}.${extension}`
      this.files.set(name, bytes)
      return { url: `notebook:${encodeURIComponent(name)}`, mime }
    }
    return undefined
  }
}
