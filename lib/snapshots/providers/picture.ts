import sharp from 'sharp'
import type { FetchContext } from '../fetcher'
import { fetchBytes } from '../http'
import { Gone } from '../outcome'
import type { SnapshotContent } from '../snapshot'

/**
 * Measures a picture on another host, so that the page keeps its place free; with `keepPictures` the picture itself
 * is kept, and the page asks nobody for it any more.
 * @throws {Gone} where the address leads to something that is no picture
 */
export async function fetchPicture({
  reference,
  http,
  media,
  keepPictures,
}: FetchContext): Promise<SnapshotContent> {
  const { bytes } = await fetchBytes(reference.url, 20_000_000, http)
  const size = await measure(bytes)
  if (!size) throw new Gone(`${reference.url} is no picture.`)
  if (!keepPictures) return { kind: 'picture', picture: size }
  const kept = await media.addBytes(bytes, { role: 'picture', maxWidth: 1600 })
  return {
    kind: 'picture',
    picture: kept ? { src: kept.src, width: kept.width, height: kept.height } : size,
  }
}

async function measure(bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  try {
    const { autoOrient } = await sharp(bytes).metadata()
    return autoOrient.width > 0 && autoOrient.height > 0
      ? { width: autoOrient.width, height: autoOrient.height }
      : undefined
  } catch {
    return undefined
  }
}
