import type { DialectRecord } from './dialect'
import { folderOf, textOf } from './rules/config-values'
import { hexoPermalinks } from './rules/hexo-permalink'
import { urlInFolders } from './rules/page-urls'

/** @see https://hexo.io/docs/configuration */
export const hexo: DialectRecord = {
  detect: async ({ hasFile, hasFolder, read }) => {
    const isHexo = hasFolder('scaffolds') || /"hexo(?:-cli)?"\s*:/.test(await read('package.json'))
    return isHexo && hasFolder('source') ? (hasFile('_config.yml') ? '_config.yml' : 'source/') : undefined
  },
  configFiles: ['_config.yml'],
  readConfig: (config) => {
    const [permalink, base] = [textOf(config.permalink), textOf(config.root)]
    return { ...(permalink && { permalinks: { '': permalink } }), ...(base && { base }) }
  },
  postFolders: (config) => {
    const source = folderOf(config.source_dir) ?? 'source'
    return [`${source}/_posts`, `${source}/_drafts`]
  },
  pageUrl: (path, config) => urlInFolders(path, [folderOf(config.source_dir) ?? 'source']),
  listUrls: (config) => [`/${folderOf(config.archive_dir) ?? 'archives'}`],
  servedFolders: ['source', 'source/_posts', 'public', 'static', 'assets'],
  permalinks: (post, rules) => hexoPermalinks(rules.permalinks[''] ?? ':year/:month/:day/:title/', post),
  termUrls: (config) => ({
    tags: [`/${textOf(config.tag_dir) ?? 'tags'}/:term`],
    categories: [`/${textOf(config.category_dir) ?? 'categories'}/:term`],
  }),
  termSlug: slugize,
  syntax: { headingAttributes: true },
}

/** Keeps the case. @see https://github.com/hexojs/hexo-util/blob/master/lib/slugize.ts */
function slugize(term: string): string {
  const plain = term
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
  return plain.replace(/[\s~`!@#$%^&*()_+=[\]{}|\\;:"'<>,.?/-]+/g, '-').replace(/^-|-$/g, '')
}
