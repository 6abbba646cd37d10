import pLimit from 'p-limit'
import { fetchSnapshot } from './fetch'
import type { EmbedTarget, FetchOptions } from './fetcher'
import { snapshotName } from './names'
import type { Outcome } from './outcome'
import { loadSnapshot, saveSnapshot } from './store'

/** Two at a time: the sites are other people's, and nobody waits for this. */
const concurrency = 2

/**
 * Takes a snapshot of every embed that has none, and keeps each one as soon as it is there: a run that is broken off
 * goes on where it stopped.
 * @param folder the author's `content/embeds`
 */
export async function fetchSnapshots(
  folder: string,
  targets: readonly EmbedTarget[],
  options: RunOptions,
): Promise<RunReport> {
  const distinct = removeRepeated(targets)
  const wanted = options.refresh ? distinct : findMissing(folder, distinct, options)
  const report: RunReport = {
    present: distinct.length - wanted.length,
    fetched: [],
    gone: [],
    kept: [],
    failed: [],
  }
  options.onStart?.(wanted.length)
  const save = (target: EmbedTarget, outcome: Outcome) =>
    outcome.outcome === 'gone' && !options.keepGone ? 'nothing' : saveSnapshot(folder, target, outcome)
  const limit = pLimit(concurrency)
  await Promise.all(
    wanted.map((target) =>
      limit(async () => {
        if (options.signal?.aborted) return
        const outcome = await fetchSnapshot(target, options)
        const saved = await save(target, outcome)
        if (outcome.outcome === 'data') report.fetched.push({ target, reason: '' })
        else if (saved === 'kept') report.kept.push({ target, reason: outcome.reason })
        else if (outcome.outcome === 'gone') report.gone.push({ target, reason: outcome.reason })
        else report.failed.push({ target, reason: outcome.reason })
        options.onDone?.(target)
      }),
    ),
  )
  return report
}

/** The embeds nothing usable is kept of, each once. One that is gone counts as kept: asking again is of no use. */
export function findMissing(
  folder: string,
  targets: readonly EmbedTarget[],
  { keepPictures = false }: { keepPictures?: boolean } = {},
): EmbedTarget[] {
  return removeRepeated(targets).filter((target) => {
    if (target.sized && !keepPictures) return false
    const loaded = loadSnapshot(folder, target.provider, target.id)
    if (loaded.state !== 'kept') return true
    const content = loaded.snapshot.outcome === 'data' ? loaded.snapshot.content : undefined
    // Measured, but the picture itself was not asked for then.
    return keepPictures && content?.kind === 'picture' && content.picture.src === undefined
  })
}

function removeRepeated(targets: readonly EmbedTarget[]): EmbedTarget[] {
  return [...new Map(targets.map((target) => [snapshotName(target.provider, target.id), target])).values()]
}

export interface RunOptions extends FetchOptions {
  /** Ask again for what is kept. */
  refresh: boolean
  /** Remember what is gone, so that it is not asked for again. */
  keepGone: boolean
  /** Begin nothing new once this is aborted. */
  signal?: AbortSignal
  /** For a progress bar: how many are asked for, and each that is done. */
  onStart?: (total: number) => void
  onDone?: (target: EmbedTarget) => void
}

export interface RunReport {
  /** How many needed nothing. */
  present: number
  fetched: RunEntry[]
  /** The original is not there any more, and nothing was kept of it. */
  gone: RunEntry[]
  /** Asked again; the answer was worse than what is kept. */
  kept: RunEntry[]
  failed: RunEntry[]
}

export interface RunEntry {
  target: EmbedTarget
  reason: string
}
