import { basename } from 'node:path'
import pLimit from 'p-limit'
import { fetchSnapshot } from './fetch'
import type { EmbedTarget, FetchOptions } from './fetcher'
import { snapshotName } from './names'
import type { Outcome } from './outcome'
import { loadSnapshot, saveSnapshot } from './store'

/** Two at a time, to be polite to the sites; this is not urgent. */
const DEFAULT_CONCURRENCY = 2

/**
 * Fetches a snapshot of every embed that has none, and stores each one immediately: an interrupted run
 * continues where it stopped.
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
  const limit = pLimit(options.concurrency ?? DEFAULT_CONCURRENCY)
  await Promise.all(
    wanted.map((target) =>
      limit(async () => {
        if (options.signal?.aborted) return
        const broken = brokenReason(folder, target)
        if (broken) {
          report.kept.push({ target, reason: broken })
          options.onDone?.(target)
          return
        }
        const { outcome, saved } = await fetchAndSave(target, options, save)
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

/** A failure of one embed does not affect the others. */
async function fetchAndSave(
  target: EmbedTarget,
  options: RunOptions,
  save: (target: EmbedTarget, outcome: Outcome) => Promise<string> | string,
): Promise<{ outcome: Outcome; saved: string }> {
  try {
    const outcome = await fetchSnapshot(target, options)
    return { outcome, saved: await save(target, outcome) }
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { outcome: { outcome: 'unavailable', reason }, saved: 'nothing' }
  }
}

/** Why a snapshot that the author edited is neither shown nor fetched; undefined if there is none. */
function brokenReason(folder: string, { provider, id }: EmbedTarget): string | undefined {
  const loaded = loadSnapshot(folder, provider, id)
  if (loaded.state !== 'invalid' || loaded.isIncomplete) return undefined
  return `${basename(loaded.path)} cannot be read (${loaded.reason}). Correct it, or delete it to fetch it again.`
}

/** The embeds without a usable snapshot, each once. One that is gone counts as stored: another request is useless. */
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
    // Measured, but the picture itself was not requested then.
    return keepPictures && content?.kind === 'picture' && content.picture.src === undefined
  })
}

function removeRepeated(targets: readonly EmbedTarget[]): EmbedTarget[] {
  return [...new Map(targets.map((target) => [snapshotName(target.provider, target.id), target])).values()]
}

export interface RunOptions extends FetchOptions {
  /** Fetch stored snapshots again. */
  refresh: boolean
  /** Record what is gone, so that it is not requested again. */
  keepGone: boolean
  /** Maximum of parallel requests; two by default. */
  concurrency?: number
  /** No new request is started once this is aborted. */
  signal?: AbortSignal
  /** For a progress bar: how many are fetched, and each that is done. */
  onStart?: (total: number) => void
  onDone?: (target: EmbedTarget) => void
}

export interface RunReport {
  /** How many needed no request. */
  present: number
  fetched: RunEntry[]
  /** The original is gone, and there is no snapshot of it. */
  gone: RunEntry[]
  /** Fetched again; the answer was worse than the stored snapshot. */
  kept: RunEntry[]
  failed: RunEntry[]
}

export interface RunEntry {
  target: EmbedTarget
  reason: string
}
