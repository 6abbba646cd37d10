import type { DialectRecord } from './dialect'
import { folderOf, urlOf } from './rules/config-values'
import { patternPermalinks } from './rules/pattern-permalinks'

/** MkDocs, and the blog of Material for MkDocs. @see https://squidfunk.github.io/mkdocs-material/plugins/blog/ */
export const mkdocs: DialectRecord = {
  detect: ({ hasFile }) => ['mkdocs.yml', 'mkdocs.yaml'].find(hasFile),
  configFiles: ['mkdocs.yml', 'mkdocs.yaml'],
  readConfig: (config) => ({ base: urlOf(config.site_url)?.pathname }),
  // Every page is published, guides and posts alike.
  postFolders: (config) => [folderOf(config.docs_dir) ?? 'docs'],
  bareFiles: true,
  servedFolders: ['docs', 'docs/assets', 'static'],
  permalinks: (post, rules) => {
    const path = post.file.inBlog.replace(/^docs\//, '').replace(/(?:\/?index)?\.[^./]+$/, '')
    return patternPermalinks(/^blog\/posts\//.test(path) ? '/blog/:year/:month/:day/:title/' : `/${path}/`)(
      post,
      rules,
    )
  },
  termUrls: () => ({ tags: ['/tags/:term'], categories: ['/blog/category/:term'] }),
  syntax: { kramdown: true, headingAttributes: true, definitionLists: true },
}
