import { splitDatePrefix } from '../urls/slug'
import type { DialectRecord } from './dialect'
import { writtenMoment } from './rules/moments'
import { urlInFolders } from './rules/page-urls'

/** Its blog and its documentation, which link to each other; every Markdown file of Docusaurus is MDX. @see https://docusaurus.io/docs/blog */
export const docusaurus: DialectRecord = {
  detect: ({ hasFile }) =>
    ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((end) => `docusaurus.config.${end}`).find(hasFile),
  postFolders: () => ['blog', 'docs'],
  // What begins with an underscore is a part of other files.
  isPost: (path) => !/(?:^|\/)_[^/]*(?:\/|$)/.test(path),
  pageUrl: (path) => urlInFolders(path, ['src/pages']),
  bareFiles: true,
  mdx: true,
  servedFolders: ['static', 'blog', 'docs'],
  // A day in the path is part of the URL; the rest of the path follows it.
  permalinks: (post) => {
    const { slug } = post.fields
    if (slug) return [`/blog/${slug.replace(/^\/+/, '')}`]
    const time = writtenMoment(post)
    const [, folder, path = ''] = /^(blog|docs)\/(.+?)(?:\/index)?\.[^./]+$/.exec(post.file.inBlog) ?? []
    if (folder === undefined) return []
    const undated = path.replace(/\d{4}\/\d{1,2}\/\d{1,2}[-/]/, '')
    const segments = undated.split('/').map((segment) => splitDatePrefix(segment).rest)
    const day = folder === 'blog' && time && undated !== path ? time : dayInName(undated) && time
    return [`/${folder}/${day ? `${day.toFormat('yyyy/LL/dd')}/` : ''}${segments.join('/')}`]
  },
  termUrls: () => ({ tags: ['/blog/tags/:term'] }),
  syntax: { headingAttributes: true },
}

function dayInName(path: string): boolean {
  return path.split('/').some((segment) => splitDatePrefix(segment).date !== undefined)
}
