import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomic } from '../write-file'
import { formerName, snapshotName } from './names'
import type { Outcome } from './outcome'
import { type Snapshot, snapshotSchema } from './snapshot'

/**
 * Reads the snapshot of an embed.
 * @param folder the author's `content/embeds`
 * @returns `invalid` with the reason if an edit made the file unreadable: it is not shown then.
 */
export function loadSnapshot(folder: string, provider: string, id: string): Loaded {
  const path = findFile(folder, provider, id)
  if (!existsSync(path)) return { state: 'missing', path }
  try {
    const parsed = snapshotSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (!parsed.success) return { state: 'invalid', path, reason: firstIssue(parsed.error) }
    const snapshot = parsed.data
    if (snapshot.provider !== provider || snapshot.id !== id) {
      return { state: 'invalid', path, reason: `it is the snapshot of ${snapshot.provider} ${snapshot.id}` }
    }
    const lost = mediaOf(snapshot).find((file) => !existsSync(join(folder, file)))
    if (lost) return { state: 'invalid', path, reason: `its file ${lost} is missing`, isIncomplete: true }
    return { state: 'kept', path, snapshot }
  } catch (error) {
    return { state: 'invalid', path, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Where the snapshot of an embed is, or will be. Its former name counts unless the file there belongs to another id. */
function findFile(folder: string, provider: string, id: string): string {
  const path = join(folder, `${snapshotName(provider, id)}.json`)
  const former = formerName(provider, id)
  if (former === undefined || existsSync(path)) return path
  const formerPath = join(folder, `${former}.json`)
  if (!existsSync(formerPath)) return path
  const stored = parseSnapshot(readFileSync(formerPath, 'utf8'))
  return stored && stored.id !== id ? path : formerPath
}

/**
 * Stores the answer of a site. A stored snapshot is only replaced by data: a tweet that has been deleted since
 * is kept. Files are complete before they get their names, and media before the text that refers to them.
 * @returns what happened: `kept` if the older snapshot was better.
 */
export async function saveSnapshot(
  folder: string,
  reference: { provider: string; id: string; url: string },
  outcome: Outcome,
  now: Date = new Date(),
): Promise<'written' | 'kept' | 'nothing'> {
  const { provider, id, url } = reference
  const before = loadSnapshot(folder, provider, id)
  // A file that cannot be read was edited by the author with a typo: only they can correct it.
  if (before.state === 'invalid' && !before.isIncomplete) return 'kept'
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

/** The names of all files that a snapshot shows. */
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

/**
 * Deletes the files that a snapshot no longer uses, such as the third photo of a tweet that has two now. Only files
 * with its name, and only those that no other snapshot shows: an author may have edited one to show another's picture.
 */
async function removeUnused(folder: string, before: Snapshot, after: Snapshot | undefined): Promise<void> {
  const own = namesOf(before).map((name) => `${name}-`)
  const used = new Set(after && mediaOf(after))
  const unused = mediaOf(before).filter(
    (file) => own.some((prefix) => file.startsWith(prefix)) && !used.has(file),
  )
  if (unused.length === 0) return
  const others = await Promise.all(
    (await readdir(folder)).filter(isSnapshotFile).map((file) => readFile(join(folder, file), 'utf8')),
  )
  for (const file of unused) {
    if (!others.some((text) => text.includes(`"${file}"`))) await rm(join(folder, file), { force: true })
  }
}

/**
 * Deletes the snapshots that no document uses any more, with their files. Other files stay, and so do snapshots
 * that cannot be read.
 * @param named the snapshots that documents use
 * @returns the names of the deleted files
 */
export async function pruneSnapshots(
  folder: string,
  named: readonly { provider: string; id: string }[],
): Promise<string[]> {
  const wanted = new Set(named.flatMap(namesOf).map((name) => `${name}.json`))
  const files = await readdir(folder).catch(() => [])
  const pruned: string[] = []
  for (const file of files.filter(isSnapshotFile).sort()) {
    if (wanted.has(file)) continue
    const snapshot = parseSnapshot(await readFile(join(folder, file), 'utf8'))
    if (!snapshot || !namesOf(snapshot).some((name) => `${name}.json` === file)) continue
    await rm(join(folder, file))
    await removeUnused(folder, snapshot, undefined)
    pruned.push(file)
  }
  return pruned
}

/** The names that a snapshot's file may have. */
function namesOf({ provider, id }: { provider: string; id: string }): string[] {
  const former = formerName(provider, id)
  return [snapshotName(provider, id), ...(former === undefined ? [] : [former])]
}

function parseSnapshot(text: string): Snapshot | undefined {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function isSnapshotFile(file: string): boolean {
  return file.endsWith('.json')
}

function firstIssue(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  const [issue] = error.issues
  return issue
    ? `${issue.path.join('.') || 'the file'}: ${issue.message}`
    : 'it does not have the right format'
}

export type Loaded =
  | { state: 'kept'; path: string; snapshot: Snapshot }
  | { state: 'missing'; path: string }
  /** `isIncomplete`: the snapshot itself is valid, but one of its files is missing. */
  | { state: 'invalid'; path: string; reason: string; isIncomplete?: boolean }
