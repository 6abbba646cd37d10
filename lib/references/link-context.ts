import type { StagedBlog } from '../staging/stage'
import { isPublished } from '../visibility'
import type { Documents } from './documents'
import { indexLinks } from './link-index'
import type { LinkContext } from './links'
import { listOldTermUrls } from './old-term-urls'

/** Collects what is needed to resolve links, once per run. */
export function makeLinkContext(
  { posts, pages }: Pick<Documents, 'posts' | 'pages'>,
  blogs: readonly Pick<StagedBlog, 'root' | 'dialect' | 'base' | 'origin' | 'movedUrls' | 'termUrls'>[],
  given: Pick<LinkContext, 'moment' | 'origin' | 'isFile'>,
): LinkContext {
  const visible = posts.map(({ staged }) => staged).filter((staged) => isPublished(staged, given.moment))
  return {
    ...given,
    index: indexLinks({ posts, pages }),
    homes: new Map(blogs.map(({ root, base, origin, movedUrls }) => [root, { base, origin, movedUrls }])),
    oldTermUrls: listOldTermUrls(
      visible,
      blogs.map(({ dialect, termUrls }) => ({ dialect, ...termUrls })),
    ),
  }
}
