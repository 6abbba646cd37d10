import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { z } from 'zod'
import type { Problem } from '../model/problem'
import type { RenderedDocument } from '../references/documents'
import { defaultHttp, fetchJson, fetchStatus, type HttpOptions } from '../snapshots/http'
import { isHttp } from '../urls/is-http'
import { writeFileAtomic } from '../write-file'

/** Maximum of hosts requested in parallel; each gets one request at a time. */
const PARALLEL_HOSTS = 8
/** A page that existed is requested again after a week; one that did not, after a day. */
const FRESH_DAYS = { alive: 7, dead: 1 }

/**
 * Checks whether the pages that posts link to still exist. A page only counts as gone if its site says so
 * (404, 410) or its host does not exist: a 403, a 5xx or a slow answer says nothing about the page.
 * @returns a warning for each link to a page that is gone, with the Web Archive's copy if there is one
 */
export async function checkExternalLinks(
  projectDir: string,
  documents: readonly RenderedDocument[],
  options: ExternalOptions = {},
): Promise<Problem[]> {
  const { http = { ...defaultHttp, retries: 1 }, now = Date.now(), archive = archiveEndpoint() } = options
  const places = documents.flatMap(({ staged, rendered }) =>
    rendered.links
      .filter(({ url }) => isHttp(url))
      .map(({ url, line, column }) => ({
        url: withoutHash(url),
        file: staged.settings.source.file,
        line,
        column,
      })),
  )
  const cacheFile = join(projectDir, '.next', 'cache', 'quire', 'external-links.json')
  const known = await readCache(cacheFile)
  const fresh = new Map(
    [...known].filter(([, { asked, state }]) => now - asked < FRESH_DAYS[state] * 86_400_000),
  )
  const hosts = new Map<string, string[]>()
  for (const url of new Set(places.map((place) => place.url))) {
    if (!fresh.has(url)) hosts.set(new URL(url).host, [...(hosts.get(new URL(url).host) ?? []), url])
  }
  const limit = pLimit(PARALLEL_HOSTS)
  await Promise.all(
    [...hosts.values()].map((urls) =>
      limit(async () => {
        for (const url of urls) {
          const found = await ask(url, http, archive)
          if (found) fresh.set(url, { ...found, asked: now })
        }
      }),
    ),
  )
  await writeFileAtomic(cacheFile, JSON.stringify(Object.fromEntries(fresh)))
  return places.flatMap(({ url, ...place }): Problem[] => {
    const found = fresh.get(url)
    if (found?.state !== 'dead') return []
    const hint = found.copy
      ? `The Web Archive has a copy: ${found.copy}`
      : 'Remove the link, or find the new URL.'
    return [
      {
        severity: 'warning',
        rule: 'external/dead-link',
        ...place,
        message: `${url} is gone: ${found.reason}`,
        hint,
      },
    ]
  })
}

/** @returns undefined if it cannot be determined now */
async function ask(
  url: string,
  http: HttpOptions,
  archive: string,
): Promise<Omit<Entry, 'asked'> | undefined> {
  const status = await fetchStatus(url, http)
  if (status.state !== 'gone') return status.state === 'alive' ? { state: 'alive' } : undefined
  const copy = await findCopy(url, http, archive)
  return { state: 'dead', reason: status.reason, ...(copy && { copy }) }
}

const availability = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.literal(true), url: z.string() }).optional(),
  }),
})

/** @see https://archive.org/help/wayback_api.php */
async function findCopy(url: string, http: HttpOptions, archive: string): Promise<string | undefined> {
  const address = new URL('/wayback/available', archive)
  address.searchParams.set('url', url)
  const answer = availability.safeParse(await fetchJson(address.href, http).catch(() => undefined))
  const copy = answer.data?.archived_snapshots.closest?.url
  return copy && isHttp(copy) ? copy.replace(/^http:/, 'https:') : undefined
}

async function readCache(file: string): Promise<Map<string, Entry>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  try {
    return new Map(Object.entries(z.record(z.string(), entry).parse(JSON.parse(text))))
  } catch {
    return new Map()
  }
}

/** A server that replaces the Web Archive in tests. */
function archiveEndpoint(): string {
  return process.env.ARCHIVE_ENDPOINT || 'https://archive.org'
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '')
}

const entry = z.object({
  state: z.enum(['alive', 'dead']),
  /** Milliseconds since 1970. */
  asked: z.number(),
  reason: z.string().optional(),
  copy: z.string().optional(),
})

type Entry = z.infer<typeof entry>

export interface ExternalOptions {
  http?: HttpOptions
  /** Milliseconds since 1970. */
  now?: number
  /** The origin of the Web Archive. */
  archive?: string
}
