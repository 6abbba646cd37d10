import { cp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { workspace } from '../workspace'

// Vercel and most CI keep `.next/cache` between builds and nothing else of ours, so Contentlayer's cache spends the
// time between builds there. It hits because a staged file's mtime is made of its content.

/** Takes the kept cache where this checkout has none of its own. */
export async function restoreCache(projectDir: string): Promise<void> {
  const { contentlayerCache, keptCache } = workspace(projectDir)
  if (!(await exists(contentlayerCache)) && (await exists(keptCache))) {
    await cp(keptCache, contentlayerCache, { recursive: true })
  }
}

/** Keeps the present cache. Older ones, of another configuration, go: their keys will not come back. */
export async function keepCache(projectDir: string): Promise<void> {
  const { contentlayerCache, keptCache } = workspace(projectDir)
  await rm(keptCache, { recursive: true, force: true })
  if (await exists(contentlayerCache)) await cp(contentlayerCache, keptCache, { recursive: true })
}

/** Removes generated documents: Contentlayer leaves those of deleted posts behind. */
export async function clearGenerated(projectDir: string): Promise<void> {
  const { generated } = workspace(projectDir)
  const entries = await readdir(generated, { withFileTypes: true }).catch(() => [])
  const types = entries.filter((entry) => entry.isDirectory())
  await Promise.all(types.map(({ name }) => rm(join(generated, name), { recursive: true })))
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
