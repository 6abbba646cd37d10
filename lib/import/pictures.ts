import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import pLimit from 'p-limit'
import { fetchBytes, type HttpOptions } from '../snapshots/http'
import { isHttp } from '../urls/is-http'
import { writeFileAtomic } from '../write-file'

/** 20 MB: no photo of a blog is larger. */
const MAX_BYTES = 20_000_000

/** One request at a time per host, four hosts in parallel, to be polite to servers. */
const PARALLEL_HOSTS = 4

/**
 * The path of a remote picture in the folder of an import: `/images/<name>-<hash>.jpg`, relative to the root of the imported blog.
 * The same URL has the same path in every run.
 * @returns undefined if it is not an http(s) URL
 */
export function placeOfPicture(url: string, base: string | undefined): string | undefined {
  const absolute = url.startsWith('//')
    ? `https:${url}`
    : URL.canParse(url, base)
      ? new URL(url, base).href
      : url
  if (!isHttp(absolute)) return undefined
  const { pathname } = new URL(absolute)
  const extension =
    /^\.(?:jpe?g|png|gif|webp|avif|svg)$/i.exec(extname(pathname))?.[0].toLowerCase() ?? '.jpg'
  const stem = basename(pathname, extname(pathname))
    .replace(/%[0-9a-f]{2}/gi, '')
    .replace(/[^\w-]+/g, '-')
    .slice(0, 60)
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 8)
  return `/images/${stem || 'picture'}-${hash}${extension}`
}

/**
 * Fetches missing pictures. Each is complete or missing, so that a run can be interrupted and repeated.
 * @param pictures their URLs by their path
 * @returns the reason, by URL, for each that could not be fetched
 */
export async function fetchPictures(
  folder: string,
  pictures: ReadonlyMap<string, string>,
  http: HttpOptions,
  { signal, onProgress = () => {} }: FetchPicturesOptions = {},
): Promise<Map<string, string>> {
  const failed = new Map<string, string>()
  const hosts = new Map<string, [string, string][]>()
  for (const [place, url] of pictures) {
    const host = new URL(url).host
    hosts.set(host, [...(hosts.get(host) ?? []), [place, url]])
  }
  const limit = pLimit(PARALLEL_HOSTS)
  let done = 0
  await Promise.all(
    [...hosts.values()].map((list) =>
      limit(async () => {
        for (const [place, url] of list) {
          if (signal?.aborted) return
          const reason = await fetchPicture(join(folder, place), url, http)
          if (reason) failed.set(url, reason)
          onProgress(++done, pictures.size)
        }
      }),
    ),
  )
  return failed
}

async function fetchPicture(path: string, url: string, http: HttpOptions): Promise<string | undefined> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) return undefined
  try {
    const { bytes, type } = await fetchBytes(url, MAX_BYTES, http)
    if (!/^image\//.test(type)) return `it is ${type || 'of no type'}, not a picture`
    await writeFileAtomic(path, bytes)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface FetchPicturesOptions {
  signal?: AbortSignal
  onProgress?: (done: number, all: number) => void
}
