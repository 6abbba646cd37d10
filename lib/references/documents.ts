import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site, StagedPage, StagedPost } from '../model/document'
import type { Rendered } from '../model/rendered'
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
  const { generated } = workspace(projectDir)
  const [posts, pages, [site]] = await Promise.all([
    readType<StagedPost>(join(generated, 'Post')),
    readType<StagedPage>(join(generated, 'Page')),
    readType<StagedSite>(join(generated, 'Site')),
  ])
  if (!site) throw new Error('Contentlayer has generated no Site document.')
  return { posts, pages, site }
}

async function readType<Staged>(directory: string): Promise<RenderedDocument<Staged>[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json') && name !== '_index.json')
  return Promise.all(names.sort().map((name) => readDocument<Staged>(join(directory, name))))
}

async function readDocument<Staged>(file: string): Promise<RenderedDocument<Staged>> {
  // Written a moment ago by Contentlayer, by the types of contentlayer.config.ts.
  const { _raw, _id, type, body, ...staged } = JSON.parse(await readFile(file, 'utf8'))
  return { staged, rendered: _raw.rendered, html: body.html }
}
