import sharp from 'sharp'
import { isHttp } from '../urls/is-http'
import { fetchBytes, type HttpOptions } from './http'
import { Gone, Unavailable } from './outcome'
import type { StoredPicture } from './snapshot'

/** 20 MB: photos of X or YouTube are much smaller; a larger file indicates a wrong URL. */
const pictureLimit = 20_000_000

/** Collects the files of one snapshot in memory; they are written together with it or not at all. */
export class MediaBag {
  readonly files = new Map<string, Uint8Array>()

  /** @param name of the snapshot: the files' names begin with it */
  constructor(
    private readonly name: string,
    private readonly http: HttpOptions,
  ) {}

  /**
   * Adds a picture: at most `maxWidth` CSS pixels wide, as WebP, upright, without EXIF metadata.
   * @returns undefined if the picture is gone or is not a picture; the snapshot is then stored without it
   * @throws {Unavailable} if there was no answer: the snapshot is tried again in a later run
   */
  async addPicture(url: string | undefined, place: PicturePlace): Promise<StoredPicture | undefined> {
    if (!url || !isHttp(url)) return undefined
    const bytes = await this.fetch(url, pictureLimit)
    return bytes && this.addBytes(bytes, place)
  }

  /** `addPicture` for one that is already in memory. */
  async addBytes(
    bytes: Uint8Array,
    { role, maxWidth, alt = '' }: PicturePlace,
  ): Promise<StoredPicture | undefined> {
    const resized = await resize(bytes, maxWidth)
    if (!resized) return undefined
    const src = this.add(role, 'webp', resized.data)
    return { src, width: resized.width, height: resized.height, alt: alt.slice(0, 2000) }
  }

  /**
   * Adds a video if it is small enough for Git.
   * @param urls of the same video, best first: the first that fits is used
   */
  async addVideo(urls: readonly string[], role: string, limit: number): Promise<string | undefined> {
    for (const url of urls) {
      if (!isHttp(url)) continue
      try {
        const bytes = await this.fetch(url, limit)
        if (bytes) return this.add(role, 'mp4', bytes)
      } catch (error) {
        // Too large or not available: the poster links to the original instead.
        if (!(error instanceof Unavailable)) throw error
      }
    }
    return undefined
  }

  private add(role: string, ending: string, bytes: Uint8Array): string {
    const file = `${this.name}-${role}.${ending}`
    this.files.set(file, bytes)
    return file
  }

  private async fetch(url: string, limit: number): Promise<Uint8Array | undefined> {
    try {
      return (await fetchBytes(url, limit, this.http)).bytes
    } catch (error) {
      if (error instanceof Gone) return undefined
      throw error
    }
  }
}

/** @returns undefined if the bytes are not a picture */
async function resize(bytes: Uint8Array, maxWidth: number) {
  try {
    const { data, info } = await sharp(bytes, { animated: true, limitInputPixels: 100_000_000 })
      .autoOrient()
      .resize({ width: maxWidth, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.pageHeight ?? info.height }
  } catch {
    return undefined
  }
}

interface PicturePlace {
  /** Its role in the snapshot, for its file name: `avatar`, `photo-1`. */
  role: string
  /** In CSS pixels. */
  maxWidth: number
  alt?: string
}
