import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import GithubSlugger from 'github-slugger'
import { imageSize } from 'image-size'
import pLimit from 'p-limit'
import type { LocatedPicture } from '../model/content-index'
import { PublicFiles } from '../public-files'
import { PUBLIC_BASE } from '../urls/public-base'

/** Enough parallel reads to keep the disk busy, few enough for any limit of open files (often 1,024). */
const limit = pLimit(64)

/**
 * Serves the author's files from this site under names with a hash of their content, so that browsers can cache them
 * forever and a changed picture gets a new URL. Only files that a document uses are copied.
 */
export class MediaStore {
  readonly #projectDir: string
  readonly #located = new Map<string, Promise<LocatedPicture>>()
  readonly #measured = new Map<string, Promise<LocatedPicture>>()
  readonly #files: PublicFiles

  constructor(projectDir: string) {
    this.#projectDir = projectDir
    this.#files = new PublicFiles(projectDir, 'media')
  }

  /**
   * Copies a file to `public/_quire/media` (once per run) and measures it.
   * @param file absolute path; a file of `public` is measured and stays where it is
   * @param isPublished false for a file that only drafts and scheduled posts use: it is measured, but not served
   * @returns its URL, and its size in CSS pixels if it is a picture of a known type
   */
  locate(file: string, isPublished = true): Promise<LocatedPicture> {
    const cache = isPublished ? this.#located : this.#measured
    const known = cache.get(file)
    if (known) return known
    const located = this.#store(file, isPublished)
    cache.set(file, located)
    return located
  }

  /** Removes copies that no document of this run uses. */
  removeStale(): Promise<void> {
    return this.#files.removeStale()
  }

  async #store(file: string, isPublished: boolean): Promise<LocatedPicture> {
    const bytes = await limit(() => readFile(file))
    const size = measure(bytes)
    const inPublic = relative(join(this.#projectDir, 'public'), file)
    if (!inPublic.startsWith('..')) {
      return { url: `/${inPublic.split(sep).map(encodeURIComponent).join('/')}`, ...size }
    }
    const name = `media/${mediaName(file, bytes)}`
    return { url: isPublished ? await this.#files.write(name, bytes) : `${PUBLIC_BASE}/${name}`, ...size }
  }
}

/** `Über uns.PNG` becomes `über-uns.3f2a9c1d.png`: readable, safe in a URL, and different for different content. */
function mediaName(file: string, bytes: Uint8Array): string {
  // It determines the content type and the headers (`lib/delivery/headers.js`).
  const extension = /^\.[a-z\d]{1,12}$/.exec(extname(file).toLowerCase())?.[0] ?? ''
  const stem = new GithubSlugger().slug(basename(file, extname(file)).normalize('NFC')) || 'file'
  // 32 bits: the name only has to differ from older versions of the file, and from files of the same name.
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return `${encodeURIComponent(stem).replaceAll('%', '').slice(0, 80)}.${hash}${extension}`
}

/** EXIF orientations 5 to 8 are rotated by 90 degrees: browsers rotate them, so width and height are swapped. */
function measure(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return {}
  }
}
