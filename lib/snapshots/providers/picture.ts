import sharp from 'sharp'
import type { FetchContext } from '../fetcher'
import { fetchBytes } from '../http'
import { Gone } from '../outcome'
import type { SnapshotContent } from '../snapshot'

/**
 * Measures a picture on another host, so that the page can reserve its space; with `keepPictures` the picture itself
 * is stored, and the page no longer requests it from there.
 * @throws {Gone} if the URL is not a picture
 */
export async function fetchPicture({
  reference,
  http,
  media,
  keepPictures,
}: FetchContext): Promise<SnapshotContent> {
  const { bytes } = await fetchBytes(reference.url, 20_000_000, http)
  const size = await measure(bytes)
  if (!size) throw new Gone(`${reference.url} is not a picture.`)
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
