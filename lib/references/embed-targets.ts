import { resolve } from 'node:path'
import type { EmbedTarget } from '../snapshots/fetcher'
import { embedsFolder } from '../snapshots/store'
import { listTargets } from '../snapshots/targets'
import { contentDir } from '../workspace'
import { readDocuments } from './documents'

/**
 * Everything in a rendered site that can have a snapshot, and the folder they are kept in. The build's own rendering
 * has found every form of a tag, so nothing here needs to know them.
 */
export async function readTargets(projectDir: string): Promise<EmbedTargets> {
  const { posts, pages, site } = await readDocuments(projectDir)
  return {
    targets: [...posts, ...pages, site].flatMap(({ rendered }) => listTargets(rendered)),
    folder: embedsFolder(resolve(projectDir, contentDir())),
    isOffline: site.staged.embeds === 'offline',
  }
}

export interface EmbedTargets {
  targets: EmbedTarget[]
  /** The author's `content/embeds`. */
  folder: string
  /** The author wants no build to ask other sites. */
  isOffline: boolean
}
