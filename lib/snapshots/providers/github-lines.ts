import type { FetchContext } from '../fetcher'
import { fetchBytes } from '../http'
import { Gone } from '../outcome'
import type { SnapshotContent } from '../snapshot'

/** A megabyte: GitHub does not highlight larger files either. */
const MAX_BYTES = 1_000_000

/** Lines of a file at one commit. @see https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/creating-a-permanent-link-to-a-code-snippet */
export async function fetchLines({ reference, endpoints, http }: FetchContext): Promise<SnapshotContent> {
  const [, owner = '', name = '', commit = '', path = '', first, last] =
    /^([^/]+)\/([^/]+)\/blob\/([0-9a-f]{40})\/(.+)#L(\d+)(?:C\d+)?(?:-L(\d+)(?:C\d+)?)?$/.exec(
      reference.id,
    ) ?? []
  if (!first) throw new Gone('It does not name lines of a file.')
  const url = new URL(`/${owner}/${name}/${commit}/${path}`, endpoints['github-raw'])
  const { bytes } = await fetchBytes(url.href, MAX_BYTES, http)
  const [from, to] = [Number(first), Number(last ?? first)].sort((a, b) => a - b)
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .slice((from ?? 1) - 1, to)
  if (lines.length === 0) throw new Gone('The file has no such lines.')
  const file = decodeURIComponent(path.split('/').at(-1) ?? path)
  const range = from === to ? `line ${from}` : `lines ${from} to ${to}`
  return {
    kind: 'source',
    source: {
      title: `${owner}/${name}: ${path}, ${range}`.slice(0, 1000),
      author: { name: owner, handle: owner, url: `https://github.com/${owner}` },
      files: [{ name: file.slice(0, 1000), ...languageOf(file), text: lines.join('\n').slice(0, 200_000) }],
    },
  }
}

function languageOf(file: string): { lang?: string } {
  const extension = /\.(\w{1,20})$/.exec(file)?.[1]
  return extension ? { lang: extension.toLowerCase() } : {}
}
