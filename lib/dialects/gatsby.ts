import type { DialectRecord } from './dialect'
import { urlInFolders } from './rules/page-urls'
import { patternPermalinks } from './rules/pattern-permalinks'

/** @see https://www.gatsbyjs.com/docs/how-to/routing/adding-markdown-pages/ */
export const gatsby: DialectRecord = {
  detect: ({ hasFile }) => ['js', 'mjs', 'ts'].map((end) => `gatsby-config.${end}`).find(hasFile),
  // All of `content`: beside its blog a site may keep guides and documentation there.
  postFolders: (_, { hasFolder }) =>
    ['content', 'blog', 'posts', 'src/posts', 'src/pages'].filter(hasFolder).slice(0, 1),
  pageUrl: (path) => urlInFolders(path, ['src/pages']),
  servedFolders: ['static', 'content', 'src', 'public'],
  // The starter blog derives the path from the folder below `content/blog`.
  permalinks: patternPermalinks((post) => `/${post.fields.slug ?? ':title'}/`),
  termUrls: () => ({ tags: ['/tags/:term'] }),
  syntax: {},
}
