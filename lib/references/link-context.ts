import { readFile } from 'node:fs/promises'
import type { StageResult } from '../staging/stage'
import type { Moment } from '../visibility'
import { workspace } from '../workspace'
import type { Documents } from './documents'
import { findFile } from './files'
import { indexLinks } from './link-index'
import type { LinkContext } from './links'

/** Gathers what links are looked up in, once for a run. */
export async function readLinkContext(
  projectDir: string,
  documents: Documents,
  moment: Moment,
): Promise<LinkContext> {
  // Written a moment ago by the staging step.
  const { blogs }: Pick<StageResult, 'blogs'> = JSON.parse(
    await readFile(workspace(projectDir).stageReport, 'utf8'),
  )
  return {
    index: indexLinks(documents),
    moment,
    origin: documents.site.staged.url,
    homes: new Map(blogs.map(({ root, base, origin }) => [root, { base, origin }])),
    isFile: (url, source) => findFile(url, source, projectDir) !== undefined,
  }
}
