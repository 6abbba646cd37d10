import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomic } from '../write-file'
import { snapshotName } from './names'
import type { Outcome } from './outcome'
import { type Snapshot, snapshotSchema } from './snapshot'

/**
 * Reads what is kept of an embed.
 * @param folder the author's `content/embeds`
 * @returns `invalid` with the reason where somebody's edit made the file unreadable: it is then shown nowhere.
 */
export function loadSnapshot(folder: string, provider: string, id: string): Loaded {
  const path = join(folder, `${snapshotName(provider, id)}.json`)
  if (!existsSync(path)) return { state: 'missing', path }
  try {
    const parsed = snapshotSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (!parsed.success) return { state: 'invalid', path, reason: firstIssue(parsed.error) }
    const snapshot = parsed.data
    if (snapshot.provider !== provider || snapshot.id !== id) {
      return { state: 'invalid', path, reason: `it is the snapshot of ${snapshot.provider} ${snapshot.id}` }
    }
    const lost = mediaOf(snapshot).find((file) => !existsSync(join(folder, file)))
    if (lost) return { state: 'invalid', path, reason: `its file ${lost} is not there` }
    return { state: 'kept', path, snapshot }
  } catch (error) {
    return { state: 'invalid', path, reason: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Keeps what a site answered. What is already kept is only ever replaced by data: a tweet that was deleted since
 * stays as it was. Files are complete before they have their names, and the media before the text that names them.
 * @returns what happened: `kept` where an older snapshot was the better one.
 */
export async function saveSnapshot(
  folder: string,
  reference: { provider: string; id: string; url: string },
  outcome: Outcome,
  now: Date = new Date(),
): Promise<'written' | 'kept' | 'nothing'> {
  const { provider, id, url } = reference
  const before = loadSnapshot(folder, provider, id)
  // A file that cannot be read may be an edit of the author's that wants mending: it is worth more than no answer.
  const isWorthKeeping =
    before.state === 'invalid' || (before.state === 'kept' && before.snapshot.outcome === 'data')
  if (outcome.outcome !== 'data' && isWorthKeeping) return 'kept'
  if (outcome.outcome === 'unavailable') return before.state === 'kept' ? 'kept' : 'nothing'

  const header = { version: 1 as const, provider, id, url, fetched: now.toISOString() }
  const snapshot = snapshotSchema.parse(
    outcome.outcome === 'data'
      ? { ...header, outcome: 'data', content: outcome.content }
      : { ...header, outcome: 'gone', reason: outcome.reason.slice(0, 1000) },
  )
  await mkdir(folder, { recursive: true })
  if (outcome.outcome === 'data') {
    for (const [file, content] of outcome.media) await writeFileAtomic(join(folder, file), content)
  }
  await writeFileAtomic(before.path, `${JSON.stringify(snapshot, null, 2)}\n`)
  if (before.state === 'kept') await removeUnused(folder, before.snapshot, snapshot)
  return 'written'
}

/** The names of all files beside a snapshot that it shows. */
export function mediaOf(snapshot: Snapshot): string[] {
  const files: string[] = []
  JSON.stringify(snapshot, (key, value) => {
    if (key === 'src' && typeof value === 'string') files.push(value)
    return value
  })
  return files
}

/** Where snapshots are kept. @param contentDir the author's folder */
export function embedsFolder(contentDir: string): string {
  return join(contentDir, 'embeds')
}

/** Where a tweet had three photos and has two now, the third one's file goes. */
async function removeUnused(folder: string, before: Snapshot, after: Snapshot): Promise<void> {
  const used = new Set(mediaOf(after))
  for (const file of mediaOf(before)) if (!used.has(file)) await rm(join(folder, file), { force: true })
}

function firstIssue(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  const [issue] = error.issues
  return issue
    ? `${issue.path.join('.') || 'the file'}: ${issue.message}`
    : 'it does not have the right shape'
}

export type Loaded =
  | { state: 'kept'; path: string; snapshot: Snapshot }
  | { state: 'missing'; path: string }
  | { state: 'invalid'; path: string; reason: string }
