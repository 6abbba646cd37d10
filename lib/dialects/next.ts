import type { DialectRecord } from './dialect'
import { urlInFolders } from './rules/page-urls'
import { patternPermalinks } from './rules/pattern-permalinks'

/** Next.js blogs: timlrx's starter and its derivatives, and pages that are files (`app/x/page.mdx`). */
export const next: DialectRecord = {
  detect: ({ hasFile }) => ['js', 'mjs', 'ts', 'cjs'].map((end) => `next.config.${end}`).find(hasFile),
  postFolders: (_, { hasFolder }) => {
    const found = POST_FOLDERS.filter(hasFolder).slice(0, 1)
    return found.length > 0 ? found : ['app', 'src/app', 'pages', 'public', 'src/pages']
  },
  // With the app router the file of a page is `page.mdx`.
  pageUrl: (path) =>
    urlInFolders(path.replace(/\/page(?=\.mdx?$)/, ''), ['app', 'src/app', 'pages', 'src/pages']),
  servedFolders: ['public', 'static', 'data', 'assets'],
  // The starter serves posts below `/blog`, by their path in `data/blog`.
  permalinks: (post, rules) => {
    const [, path] = /^data\/blog\/(.+)\.[^./]+$/.exec(post.file.inBlog) ?? []
    return path ? [`/blog/${post.fields.slug ?? path}`] : patternPermalinks(undefined)(post, rules)
  },
  termUrls: () => ({ tags: ['/tags/:term'] }),
  syntax: {},
}

const POST_FOLDERS = [
  'data/blog',
  'data/posts',
  'content/blog',
  'content/posts',
  'content',
  '_posts',
  'posts',
  'blog',
]
