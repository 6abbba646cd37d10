import { createHash } from 'node:crypto'

/**
 * The name of a snapshot's file, without its extension. An id that is a safe file name stays readable; any other (a
 * URL, a path) becomes its first readable words and a hash. So does one with capital letters: ids of videos that differ
 * in case only would be one file on macOS and Windows.
 * @returns e.g. `tweet-1527638653878476800`, `youtube-dQw4w9WgXcQ-1f0c9a` or `link-example-com-a-1f0c9a3b2d4e`
 */
export function snapshotName(provider: string, id: string): string {
  if (/^[\w-]{1,60}$/.test(id)) {
    const suffix = id === id.toLowerCase() ? '' : `-${hash(id, 6)}`
    return `${provider}-${id}${suffix}`
  }
  const words = id
    .replace(/^https?:\/\/(www\.)?/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return [provider, words, hash(id, 12)].filter(Boolean).join('-')
}

/** The name that an id with capital letters had before, under which its snapshot may still be stored; undefined for others. */
export function formerName(provider: string, id: string): string | undefined {
  return /^[\w-]{1,60}$/.test(id) && id !== id.toLowerCase() ? `${provider}-${id}` : undefined
}

/** The first digits of the SHA-256 of some content, in hex. */
export function hash(content: string | Uint8Array, digits: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, digits)
}
