import { z } from 'zod'
import type { FetchContext } from '../fetcher'
import { fetchJson } from '../http'
import { Unavailable } from '../outcome'
import type { SnapshotContent } from '../snapshot'

const optionalText = z.string().nullish().catch(undefined)

const gist = z.object({
  description: optionalText,
  owner: z.object({ login: z.string() }).nullish().catch(undefined),
  files: z.record(
    z.string(),
    z.object({ filename: z.string(), language: optionalText, content: z.string().default('') }),
  ),
})

const repository = z.object({ full_name: z.string(), description: optionalText })

/** The sources of a gist, to be highlighted by our own highlighter. */
export async function fetchGist({ reference, endpoints, http }: FetchContext): Promise<SnapshotContent> {
  // Embeds name a gist as `user/id` or `id`; the API needs the last part.
  const id = reference.id.split('/').at(-1) ?? reference.id
  const url = new URL(`/gists/${encodeURIComponent(id)}`, endpoints.github)
  const parsed = gist.safeParse(await fetchJson(url.href, http))
  if (!parsed.success) throw new Unavailable('GitHub answered with something that is not a valid gist.')
  const files = Object.values(parsed.data.files).slice(0, 40)
  const login = parsed.data.owner?.login
  return {
    kind: 'source',
    source: {
      title: (parsed.data.description || files[0]?.filename || id).slice(0, 1000),
      ...(login && { author: { name: login, handle: login, url: `https://github.com/${login}` } }),
      files: files.map(({ filename, language, content }) => ({
        name: filename.slice(0, 1000),
        ...(language && { lang: language.toLowerCase().slice(0, 60) }),
        text: content.slice(0, 200_000),
      })),
    },
  }
}

/** Name and description of a repository. No counters: they would soon be outdated. */
export async function fetchRepository({
  reference,
  endpoints,
  http,
}: FetchContext): Promise<SnapshotContent> {
  const [owner = '', name = ''] = reference.id.split('/')
  const url = new URL(`/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`, endpoints.github)
  const parsed = repository.safeParse(await fetchJson(url.href, http))
  if (!parsed.success) throw new Unavailable('GitHub answered with something that is not a valid repository.')
  const { full_name: title, description } = parsed.data
  return {
    kind: 'card',
    card: { title, site: 'GitHub', ...(description && { description: description.slice(0, 2000) }) },
  }
}
