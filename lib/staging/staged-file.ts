import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { writeFileAtomic } from '../write-file'
import type { StageMemory } from './stage-memory'

/** A file of `.quire/content`: its path there, its front matter and its text. */
export interface StagedFile {
  /** Relative to `.quire/content`: `posts/hello.md`. */
  path: string
  frontMatter: object
  body: string
}

/**
 * Syncs a folder with these files. Writes only what changed, each file completely or not at all, and removes
 * the rest. A file's modification time is derived from its content, because Contentlayer's cache uses it: the same content gives a cache
 * hit on a fresh clone.
 * @param dir absolute
 * @param memory of what this process has written: these files are not read to be compared
 */
export async function writeStagedFiles(
  dir: string,
  files: readonly StagedFile[],
  memory?: StageMemory,
): Promise<void> {
  const wanted = new Set(files.map((file) => file.path))
  for (const path of await listStaged(dir)) {
    if (wanted.has(path)) continue
    await rm(join(dir, path))
    memory?.forgetWritten(path)
  }
  for (const folder of new Set(files.map((file) => dirname(join(dir, file.path))))) {
    await mkdir(folder, { recursive: true })
  }
  const limit = pLimit(32)
  await Promise.all(
    files.map((file) =>
      limit(async () => {
        const head = formatHead(file.frontMatter)
        if (!memory || memory.mustWrite(file.path, { head, body: file.body }))
          await writeStagedFile(join(dir, file.path), `${head}${file.body}`)
      }),
    ),
  )
}

/**
 * The front matter of a staged file: one key per line with its value as JSON, which every YAML parser reads the same way and the
 * pipeline finds without one.
 */
function formatHead(frontMatter: object): string {
  const lines = Object.entries(frontMatter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${escapeUnprintable(JSON.stringify(value))}`)
  return `---\n${lines.join('\n')}\n---\n`
}

async function writeStagedFile(path: string, content: string): Promise<void> {
  const time = timeFromHash(createHash('sha256').update(content).digest())
  const [old, info] = await Promise.all([
    readFile(path, 'utf8').catch(() => undefined),
    stat(path).catch(() => undefined),
  ])
  if (old === content) {
    if (info?.mtime.getTime() !== time.getTime()) await utimes(path, time, time)
    return
  }
  await writeFileAtomic(path, content, { modified: time })
}

/** Thirty bits of the hash as whole seconds, 34 years from 1980 on: every file system stores those exactly. */
function timeFromHash(hash: Buffer): Date {
  return new Date(Date.UTC(1980, 0, 1) + (hash.readUInt32BE(0) >>> 2) * 1000)
}

/** YAML forbids control characters and lone surrogates, which JSON leaves as they are. */
function escapeUnprintable(json: string): string {
  return json.replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

async function listStaged(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
}
