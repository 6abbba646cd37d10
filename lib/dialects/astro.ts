import type { DialectRecord } from './dialect'
import { urlInFolders } from './rules/page-urls'
import { patternPermalinks } from './rules/pattern-permalinks'

/** Astro's content collections, among them AstroPaper. @see https://docs.astro.build/en/guides/content-collections/ */
export const astro: DialectRecord = {
  detect: ({ hasFile }) =>
    ['mjs', 'ts', 'js', 'mts', 'cjs'].map((end) => `astro.config.${end}`).find(hasFile),
  postFolders: (_, { hasFolder }) =>
    ['src/data/blog', 'src/content/blog', 'src/content/posts', 'src/content/post', 'src/content', 'src/data']
      .filter(hasFolder)
      .slice(0, 1),
  // A collection leaves out what begins with an underscore.
  isPost: (path) => !/(?:^|\/)_[^/]*$/.test(path),
  pageUrl: (path) => urlInFolders(path, ['src/pages']),
  servedFolders: ['public', 'src', 'static', 'assets'],
  keys: {
    date: ['pubDatetime', 'publishDate'],
    updated: ['modDatetime', 'updatedDate'],
    image: ['ogImage', 'heroImage'],
  },
  permalinks: patternPermalinks((post) => `/posts/${post.fields.slug ?? ':title'}/`),
  termUrls: () => ({ tags: ['/tags/:term'] }),
  syntax: {},
}
