import type { DialectRecord } from './dialect'
import { isJekyllPost, jekyll, jekyllAddresses, jekyllConfigFiles } from './jekyll'
import { folderOf, textOf } from './rules/config-values'
import { ENGINES } from './rules/engines'
import { jekyllPageUrl } from './rules/page-urls'

/** Jekyll with a `source` folder and RDiscount. @see http://octopress.org/docs/ */
export const octopress: DialectRecord = {
  ...jekyll,
  detect: ({ hasFile, hasFolder }) => {
    if (!hasFolder('source/_posts') && !ONLY_OCTOPRESS.some((path) => hasFile(path))) return undefined
    return jekyllConfigFiles.find(hasFile) ?? 'source/_posts/'
  },
  isPost: isJekyllPost,
  pageUrl: (path, config) => jekyllPageUrl(path, config, folderOf(config.source) ?? 'source'),
  includeFolders: ['source/_includes', '_includes'],
  tagFolders: ['plugins', '_plugins'],
  servedFolders: ['source', 'assets', 'public', 'static'],
  permalinks: (post, rules) =>
    jekyllAddresses(rules.permalinks[''] ?? '/blog/:year/:month/:day/:title/', post, rules),
  termUrls: (config) => ({
    categories: [`/${textOf(config.category_dir) ?? 'blog/categories'}/:term`],
    tags: [`/${textOf(config.tag_dir) ?? 'blog/tags'}/:term`],
  }),
  syntax: { liquid: true, ...ENGINES.rdiscount },
}

const ONLY_OCTOPRESS = ['plugins/octopress_filters.rb', 'octopress.rb']
