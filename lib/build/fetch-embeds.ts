import { watch } from 'chokidar'
import { readTargets } from '../references/embed-targets'
import { parseEndpoints } from '../snapshots/endpoints'
import { DEFAULT_MAX_VIDEO } from '../snapshots/fetch'
import type { EmbedTarget } from '../snapshots/fetcher'
import { defaultHttp } from '../snapshots/http'
import { snapshotName } from '../snapshots/names'
import { fetchSnapshots, findMissing } from '../snapshots/run'
import { loadSnapshot } from '../snapshots/store'
import { workspace } from '../workspace'

/**
 * While the author writes: takes a snapshot of every new embed, so that it is shown seconds after it was
 * typed; `watchContent` notices the new files. Each embed is requested once. A missing one is not recorded, since a
 * half-typed id is missing too; embeds that were missing before are left to `npm run embeds`: an old blog has thousands.
 * @param print prints a line
 * @param quietMs how long to wait after the last change: nothing is fetched while a tag is still being typed
 * @returns a function that stops it
 */
export async function fetchInBackground(
  projectDir: string,
  print: (line: string) => void,
  quietMs = 1500,
): Promise<() => Promise<void>> {
  const known = new Set<string>()
  const takeNew = async () => {
    const { targets, folder, isOffline } = await readTargets(projectDir)
    if (isOffline) return { fresh: [], folder }
    const fresh = targets.filter(({ provider, id }) => !known.has(snapshotName(provider, id)))
    for (const { provider, id } of fresh) known.add(snapshotName(provider, id))
    return { fresh, folder }
  }
  await takeNew()
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(workspace(projectDir).index).on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running
        .then(takeNew)
        .then(({ fresh, folder }) => fetchNew(fresh, folder, print))
        .catch((error) => print(String(error)))
    }, quietMs)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await running
  }
}

async function fetchNew(
  fresh: readonly EmbedTarget[],
  folder: string,
  print: (line: string) => void,
): Promise<void> {
  const { fetched, gone, failed } = await fetchSnapshots(folder, fresh, {
    endpoints: parseEndpoints(process.env.EMBED_ENDPOINTS ?? ''),
    http: defaultHttp,
    maxVideo: DEFAULT_MAX_VIDEO,
    keepPictures: false,
    refresh: false,
    keepGone: false,
  })
  for (const { target } of fetched) print(`Kept ${target.url}`)
  for (const { target, reason } of [...gone, ...failed]) print(`No snapshot of ${target.url}: ${reason}`)
}

/** Fifteen seconds: about what the rest of a small build takes, and more than eight sites at a time need. */
const MAX_BUILD_MS = 15_000

/**
 * On CI: fetches the snapshots that nobody has committed, so that a post written in a web editor is shown
 * completely. They are stored in the build cache, never in the repository. An embed that is not fetched in time is shown
 * as a card; the next build tries again.
 * @returns how many were fetched; if any, the references must be collected again
 */
export async function fetchOnCi(
  projectDir: string,
  env: Record<string, string | undefined> = process.env,
  maxMs: number = MAX_BUILD_MS,
): Promise<number> {
  const isCi = Boolean(env.VERCEL || (env.CI && env.CI !== 'false'))
  if (!isCi) return 0
  const { targets, folder, isOffline } = await readTargets(projectDir)
  if (isOffline) return 0
  const { fetchedEmbeds } = workspace(projectDir)
  const missing = findMissing(folder, targets).filter(
    ({ provider, id }) => loadSnapshot(folder, provider, id).state === 'missing',
  )
  const wanted = findMissing(fetchedEmbeds, missing)
  if (wanted.length === 0) return 0
  const limit = AbortSignal.timeout(maxMs)
  let fetched = 0
  const all = fetchSnapshots(fetchedEmbeds, embedsFirst(wanted), {
    endpoints: parseEndpoints(env.EMBED_ENDPOINTS ?? ''),
    http: { timeout: Math.min(8000, maxMs), retries: 0 },
    maxVideo: DEFAULT_MAX_VIDEO,
    keepPictures: false,
    refresh: false,
    keepGone: false,
    concurrency: 8,
    signal: limit,
  }).then((report) => {
    fetched = report.fetched.length
  })
  // Requests still running when the time is up are not awaited; a snapshot is written completely or not at all.
  await Promise.race([all, new Promise((resolve) => limit.addEventListener('abort', resolve))]).catch(
    () => {},
  )
  return limit.aborted ? wanted.length - findMissing(fetchedEmbeds, wanted).length : fetched
}

/** The text of a tweet matters more than the size of a picture. */
function embedsFirst(targets: readonly EmbedTarget[]): EmbedTarget[] {
  const isPicture = ({ provider }: EmbedTarget) => provider === 'picture'
  return [...targets.filter((target) => !isPicture(target)), ...targets.filter(isPicture)]
}
