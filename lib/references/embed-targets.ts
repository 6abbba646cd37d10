import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { EmbedTarget } from '../snapshots/fetcher'
import { embedsFolder } from '../snapshots/store'
import { contentDir, workspace } from '../workspace'

/**
 * Everything in a rendered site that can have a snapshot, and the folder they are kept in. The build's own rendering
 * has found every form of a tag (`collectReferences`), so nothing here needs to know them.
 */
export async function readTargets(projectDir: string): Promise<EmbedTargets> {
  // Written a moment ago by `collectReferences`.
  const found: Omit<EmbedTargets, 'folder'> = JSON.parse(
    await readFile(workspace(projectDir).embedTargets, 'utf8'),
  )
  return { ...found, folder: embedsFolder(resolve(projectDir, contentDir())) }
}

export interface EmbedTargets {
  targets: EmbedTarget[]
  /** The author's `content/embeds`. */
  folder: string
  /** The author wants no build to ask other sites. */
  isOffline: boolean
}
