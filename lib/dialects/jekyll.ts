import type { TermUrls } from '../model/term-urls'
import type { Config, DialectConfig, DialectRecord, PermalinkPost, PermalinkRules } from './dialect'
import { folderOf, mapOf, textOf } from './rules/config-values'
import { kramdownSyntax, readEngine } from './rules/engines'
import { jekyllPermalink } from './rules/jekyll-permalink'
import { jekyllMoments } from './rules/moments'
import { jekyllCollection, jekyllPageUrl } from './rules/page-urls'

const NOTEBOOK = /^_notebooks\/(?:.*\/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+\.ipynb$/

/** @see https://jekyllrb.com/docs/structure/ */
export const jekyll: DialectRecord = {
  detect: ({ hasFile, hasFolder }) =>
    jekyllConfigFiles.find(hasFile) ?? (hasFolder('_posts') ? '_posts/' : undefined),
  configFiles: ['_config.yml', '_config.yaml'],
  readConfig: readJekyllConfig,
  hasDefaults: true,
  isPost: isJekyllPost,
  htmlPosts: true,
  // The folder of fastpages, which made posts of them.
  notebooks: NOTEBOOK,
  pageUrl: (path, config) => jekyllPageUrl(path, config, folderOf(config.source)),
  collectionOf: (path, config) => jekyllCollection(path, config, folderOf(config.source)),
  includeFolders: ['_includes'],
  tagFolders: ['_plugins'],
  servedFolders: ['assets', 'public', 'static', 'source'],
  splitsAtSpaces: true,
  permalinks: (post, rules) => jekyllAddresses(rules.permalinks[''] ?? 'date', post, rules),
  // Jekyll itself has no term pages; these are the URLs used by its archive plugins and most themes.
  termUrls: jekyllTermUrls,
  syntax: { liquid: true, ...kramdownSyntax },
}

export const jekyllConfigFiles: readonly string[] = ['_config.yml', '_config.yaml']

export function readJekyllConfig(config: Config): DialectConfig {
  const pattern = textOf(mapOf(mapOf(config.collections).posts).permalink) ?? textOf(config.permalink)
  const base = textOf(config.baseurl)
  return {
    ...(pattern && { permalinks: { '': pattern } }),
    ...(base && !/^https?:/.test(base) && { base }),
    ...readEngine(config),
  }
}

/** `_posts/` holds dated files, `_drafts/` any. @see https://jekyllrb.com/docs/posts/ */
export function isJekyllPost(path: string): true | string | false {
  if (/^(?:_site|vendor)\//.test(path)) return false
  if (/(?:^|\/)_drafts\//.test(path)) return true
  if (NOTEBOOK.test(path)) return true
  if (!/(?:^|\/)_posts\//.test(path)) return false
  return (
    /(?:^|\/)_posts\/(?:.*\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path) ||
    'has no date before its name, so Jekyll did not publish it'
  )
}

export function jekyllAddresses(pattern: string, post: PermalinkPost, rules: PermalinkRules): string[] {
  const found = jekyllMoments(post, rules.timeZone).map((moment) => jekyllPermalink(pattern, post, moment))
  return [...new Set(found)].filter((address) => address !== undefined)
}

function jekyllTermUrls(config: Config): TermUrls {
  const archives = mapOf(mapOf(config['jekyll-archives']).permalinks)
  const [tag, category] = [textOf(archives.tag), textOf(archives.category)]
  return {
    tags: tag ? [tag.replace(':name', ':term')] : ['/tags/:term', '/tag/:term'],
    categories: category ? [category.replace(':name', ':term')] : ['/categories/:term', '/category/:term'],
  }
}
