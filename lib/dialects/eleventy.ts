import type { DialectRecord } from './dialect'
import { urlInFolders } from './rules/page-urls'
import { patternPermalinks } from './rules/pattern-permalinks'

const ends = ['js', 'mjs', 'cjs', 'ts', 'mts']
const hidden = ends.map((end) => `.eleventy.${end}`)

/** @see https://www.11ty.dev/docs/config/ */
export const eleventy: DialectRecord = {
  hiddenMarks: hidden,
  detect: ({ hasFile }) => [...hidden, ...ends.map((end) => `eleventy.config.${end}`)].find(hasFile),
  postFolders: (_, { hasFolder }) => {
    const known = ['_posts', 'posts', 'blog', 'articles', 'writing'].flatMap((name) => [
      name,
      `src/${name}`,
      `content/${name}`,
    ])
    const found = known.filter(hasFolder).slice(0, 1)
    return found.length > 0 ? found : ['']
  },
  isPost: (path) =>
    !/(?:^|\/)(?:_includes|_layouts|_data|_site)\//.test(path) && !/(?:^|\/)README\.md$/i.test(path),
  pageUrl: (path) => urlInFolders(path, ['src/pages', 'content/pages', 'src', 'content', 'pages', '']),
  // @see https://www.11ty.dev/docs/permalinks/#skip-writing-to-the-file-system
  isHidden: (keys) => keys.get('permalink') === false || keys.get('permalink') === 'false',
  folderData: { files: /\.(?:json|11tydata\.(?:json|js|cjs|mjs))$/, readPermalink },
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

/**
 * The permalink of a directory data file, if it consists of what every post has. Nothing is run.
 * @see https://www.11ty.dev/docs/data-template-dir/
 */
function readPermalink(text: string): string | undefined {
  const [, written = ''] = /\bpermalink["']?\s*:\s*["'`]([^"'`\n]+)["'`]/.exec(text) ?? []
  const pattern = written
    .replace(/\{\{-?\s*page\.fileSlug\s*(?:\|\s*slug(?:ify)?\s*)?-?\}\}/g, ':title')
    .replace(/\{\{-?\s*page\.date\s*\|\s*date:\s*(["'])([^"']*)\1\s*-?\}\}/g, (_, __, format: string) =>
      format.replaceAll('%Y', ':year').replaceAll('%m', ':month').replaceAll('%d', ':day'),
    )
  return /:title/.test(pattern) && !/[{}%]/.test(pattern) ? `/${pattern.replace(/^\/+/, '')}` : undefined
}
