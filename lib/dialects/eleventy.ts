import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

const ends = ['js', 'mjs', 'cjs', 'ts', 'mts']
const hidden = ends.map((end) => `.eleventy.${end}`)

/** @see https://www.11ty.dev/docs/config/ */
export const eleventy: DialectRecord = {
  hiddenMarks: hidden,
  detect: ({ hasFile }) => [...hidden, ...ends.map((end) => `eleventy.config.${end}`)].find(hasFile),
  postFolders: (_, { hasFolder }) => {
    const known = ['_posts', 'posts', 'blog'].flatMap((name) => [name, `src/${name}`, `content/${name}`])
    const found = known.filter(hasFolder).slice(0, 1)
    return found.length > 0 ? found : ['']
  },
  isPost: (path) =>
    !/(?:^|\/)(?:_includes|_layouts|_data|_site)\//.test(path) && !/(?:^|\/)README\.md$/i.test(path),
  includeFolders: ['_includes', 'src/_includes', 'templates', 'includes'],
  servedFolders: ['src', 'public', 'static', 'assets', 'content'],
  permalinks: (post, rules) =>
    patternPermalinks(
      `/${post.file.inBlog.replace(/^src\/|^content\//, '').replace(/(?:\/index)?\.[^./]+$/, '')}/`,
    )(post, rules),
  termUrls: () => ({ tags: ['/tags/:term'] }),
  // Its templates are Liquid, but custom tags and data are code of the site: only plain Liquid is evaluated.
  syntax: { liquid: true, headingAttributes: true },
}
