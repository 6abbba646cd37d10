import { resolve } from 'node:path'
import type { Rendered } from '../markdown/rendered'
import { readDocuments } from '../references/documents'
import { contentDir } from '../workspace'
import type { EmbedTarget } from './fetch'
import { isHttp } from './snapshot'
import { embedsFolder } from './store'

/**
 * Everything in a rendered site that can have a snapshot, and the folder they are kept in. The build's own rendering
 * has found every form of a tag, so nothing here needs to know them.
 */
export async function readTargets(projectDir: string): Promise<{ targets: EmbedTarget[]; folder: string }> {
  const { posts, pages, site } = await readDocuments(projectDir)
  return {
    targets: [...posts, ...pages, site].flatMap(({ rendered }) => listTargets(rendered)),
    folder: embedsFolder(resolve(projectDir, contentDir())),
  }
}

/**
 * What of a document can have a snapshot, each with its place in the author's file: everything embedded, and every
 * picture on another host.
 */
export function listTargets({ embeds, images }: Pick<Rendered, 'embeds' | 'images'>): PlacedTarget[] {
  const pictures = images
    .filter(({ url }) => isHttp(url) && !/\.(?:mp4|webm|mov|ogv|mp3|ogg|wav|m4a|vtt)(?:[?#]|$)/i.test(url))
    .map((image) => ({ provider: 'picture', id: image.url, ...image }))
  return [...embeds, ...pictures]
}

export interface PlacedTarget extends EmbedTarget {
  /** In the author's file, from 1. */
  line: number
  column: number
}
