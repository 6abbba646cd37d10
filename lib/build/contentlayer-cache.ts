import { cp, readdir, rm, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { workspace } from '../workspace'

// Vercel and most CI systems keep only `.next/cache` between builds, so Contentlayer's cache is stored there.
// It hits because a staged file's mtime is derived from its content.

/** Restores the stored cache if this checkout has none. */
export async function restoreCache(projectDir: string): Promise<void> {
  const { contentlayerCache, keptCache } = workspace(projectDir)
  if (!(await exists(contentlayerCache)) && (await exists(keptCache))) {
    await cp(keptCache, contentlayerCache, { recursive: true })
  }
}

/** Stores the cache of the last run. Entries of earlier configurations are left out: their keys are never used again. */
export async function keepCache(projectDir: string): Promise<void> {
  const { contentlayerCache, keptCache } = workspace(projectDir)
  const newest = await newestData(contentlayerCache)
  await rm(keptCache, { recursive: true, force: true })
  if (newest) await cp(newest, newest.replace(contentlayerCache, keptCache), { recursive: true })
}

/**
 * Removes the generated documents of posts that are gone: Contentlayer does not. The others it writes again, which is
 * faster where the file exists.
 */
export async function clearGenerated(projectDir: string): Promise<void> {
  const { generated, staged } = workspace(projectDir)
  const sources = await readdir(staged, { recursive: true }).catch(() => [])
  const current = new Set(sources.map((name) => `${name.split(sep).join('__')}.json`))
  const names = await readdir(generated, { recursive: true }).catch(() => [])
  const stale = names.filter((name) => name.endsWith('.md.json') && !current.has(basename(name)))
  await Promise.all(stale.map((name) => rm(join(generated, name), { force: true })))
}

/** The file `v<version>/data-<configuration>.json` that was written most recently. */
async function newestData(cache: string): Promise<string | undefined> {
  const paths = await readdir(cache, { recursive: true }).catch(() => [])
  const data = paths.filter((path) => /^data-.+\.json$/.test(basename(path))).map((path) => join(cache, path))
  const dated = await Promise.all(data.map(async (file) => ({ file, written: (await stat(file)).mtimeMs })))
  return dated.sort((a, b) => b.written - a.written)[0]?.file
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
