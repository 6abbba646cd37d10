import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rendered } from '../markdown/rendered'
import type { Site, StagedPage, StagedPost } from '../source/document'
import { workspace } from '../workspace'

/** The documents of a site after Contentlayer. */
export interface Documents {
  posts: RenderedDocument<StagedPost>[]
  pages: RenderedDocument<StagedPage>[]
  site: RenderedDocument<StagedSite>
}

/** A document: what its author said about it and what its text holds. The HTML only where it is asked for. */
export interface RenderedDocument<Staged = StagedPost | StagedPage | StagedSite> {
  staged: Staged
  rendered: Rendered
  html: string
}

export type StagedSite = Site & Pick<StagedPage, 'settings'>

/**
 * Reads every document that Contentlayer has generated, in the order of their file names. From disk, never by
 * `import`: a module is read once per process, and `contentlayer2 dev` lives long.
 */
export async function readDocuments(projectDir: string): Promise<Documents> {
  const { generated, staged } = workspace(projectDir)
  const [posts, pages, [site]] = await Promise.all([
    readType<StagedPost>(join(generated, 'Post'), staged),
    readType<StagedPage>(join(generated, 'Page'), staged),
    readType<StagedSite>(join(generated, 'Site'), staged),
  ])
  if (!site) throw new Error('Contentlayer has generated no Site document.')
  return { posts, pages, site }
}

async function readType<Staged>(directory: string, staged: string): Promise<RenderedDocument<Staged>[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json') && name !== '_index.json')
  const documents = await Promise.all(
    names.sort().map((name) => readDocument<Staged>(join(directory, name), staged)),
  )
  return documents.filter((document) => document !== undefined)
}

/** @returns undefined for a document whose staged file is gone: `contentlayer2 dev` leaves such ones behind */
async function readDocument<Staged>(
  file: string,
  stagedDirectory: string,
): Promise<RenderedDocument<Staged> | undefined> {
  // Written a moment ago by Contentlayer, by the types of contentlayer.config.ts.
  const { _raw, _id, type, body, ...staged } = JSON.parse(await readFile(file, 'utf8'))
  if (!existsSync(join(stagedDirectory, _raw.sourceFilePath))) return undefined
  return { staged, rendered: _raw.rendered, html: body.html }
}
