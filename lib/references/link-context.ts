import type { StagedBlog } from '../staging/stage'
import type { Moment } from '../visibility'
import type { Documents } from './documents'
import { findFile } from './files'
import { indexLinks } from './link-index'
import type { LinkContext } from './links'

/** Collects what is needed to resolve links, once per run. */
export function makeLinkContext(
  projectDir: string,
  { documents, blogs, moment }: { documents: Documents; blogs: readonly StagedBlog[]; moment: Moment },
): LinkContext {
  return {
    index: indexLinks(documents),
    moment,
    origin: documents.site.staged.url,
    homes: new Map(blogs.map(({ root, base, origin, movedUrls }) => [root, { base, origin, movedUrls }])),
    isFile: (url, source) => findFile(url, source, projectDir) !== undefined,
  }
}
