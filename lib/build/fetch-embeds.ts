import { watch } from 'chokidar'
import { readTargets } from '../references/embed-targets'
import { parseEndpoints } from '../snapshots/endpoints'
import { DEFAULT_MAX_VIDEO } from '../snapshots/fetch'
import type { EmbedTarget } from '../snapshots/fetcher'
import { defaultHttp } from '../snapshots/http'
import { snapshotName } from '../snapshots/names'
import { fetchSnapshots } from '../snapshots/run'
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
    const { targets, folder } = await readTargets(projectDir)
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
