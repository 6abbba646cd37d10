import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { EmbedTarget } from '../snapshots/fetcher'
import { embedsFolder } from '../snapshots/store'
import { contentDir, workspace } from '../workspace'

/**
 * Everything in a rendered site that can have a snapshot, and the folder of snapshots. Rendering
 * has resolved every form of a tag (`collectReferences`), so this code need not know them.
 */
export async function readTargets(projectDir: string): Promise<EmbedTargets> {
  // Just written by `collectReferences`.
  const found: Omit<EmbedTargets, 'folder'> = JSON.parse(
    await readFile(workspace(projectDir).embedTargets, 'utf8'),
  )
  return { ...found, folder: embedsFolder(resolve(projectDir, contentDir())) }
}

export interface EmbedTargets {
  targets: EmbedTarget[]
  /** The author's `content/embeds`. */
  folder: string
  /** The author does not want builds to contact other sites. */
  isOffline: boolean
}
