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
 * While the author writes: takes a snapshot of whatever a post newly embeds, so that it is shown seconds after it was
 * typed; `watchContent` sees the new files. Each thing is asked for once. What nobody has is not remembered, for a
 * half-typed number is gone, too; what was missing before is left to `npm run embeds`: an old blog has thousands.
 * @param tell prints a line
 * @param quietMs how long nothing must change first: a tag is not fetched while it is still being typed
 * @returns ends it
 */
export async function fetchInBackground(
  projectDir: string,
  tell: (line: string) => void,
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
        .then(({ fresh, folder }) => fetchNew(fresh, folder, tell))
        .catch((error) => tell(String(error)))
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
  tell: (line: string) => void,
): Promise<void> {
  const { fetched, gone, failed } = await fetchSnapshots(folder, fresh, {
    endpoints: parseEndpoints(process.env.EMBED_ENDPOINTS ?? ''),
    http: defaultHttp,
    maxVideo: DEFAULT_MAX_VIDEO,
    keepPictures: false,
    refresh: false,
    keepGone: false,
  })
  for (const { target } of fetched) tell(`Kept ${target.url}`)
  for (const { target, reason } of [...gone, ...failed]) tell(`Nothing kept of ${target.url}: ${reason}`)
}

/** Fifteen seconds: about what the rest of a small build takes, and more than eight sites at a time need. */
const MAX_BUILD_MS = 15_000

/**
 * On CI: asks for the snapshots that nobody has committed, so that a post which was written on a web page is shown
 * whole. They are kept with the build's cache, never in the repository. What does not answer in time is a card, as
 * before; the next build asks again.
 * @returns how many were fetched; the references must be collected again where it is more than none
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
  // What is still under way when the time is up is not waited for; a snapshot is written whole or not at all.
  await Promise.race([all, new Promise((resolve) => limit.addEventListener('abort', resolve))]).catch(
    () => {},
  )
  return limit.aborted ? wanted.length - findMissing(fetchedEmbeds, wanted).length : fetched
}

/** A tweet without its words is missed more than the size of a picture. */
function embedsFirst(targets: readonly EmbedTarget[]): EmbedTarget[] {
  const isPicture = ({ provider }: EmbedTarget) => provider === 'picture'
  return [...targets.filter((target) => !isPicture(target)), ...targets.filter(isPicture)]
}
