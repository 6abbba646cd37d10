import { slugify, splitDatePrefix } from '../urls/slug'
import type { DialectRecord } from './dialect'
import { mapOf, textOf, urlOf } from './rules/config-values'
import { foldersOf } from './rules/hugo-permalink'
import { sectionUrl } from './rules/page-urls'

const configs = ['zola.toml', 'config.toml']

/** @see https://www.getzola.org/documentation/getting-started/directory-structure/ */
export const zola: DialectRecord = {
  // Hugo may have a `config.toml` too, but writes `baseURL`; Zola requires `base_url`.
  detect: async ({ hasFile, hasFolder, read }) => {
    const config = configs.find(hasFile)
    if (!config || !hasFolder('content')) return undefined
    return /^\s*base_url\s*=/m.test(await read(config)) ? config : undefined
  },
  configFiles: configs,
  readConfig: (config) => ({ base: urlOf(config.base_url)?.pathname }),
  postFolders: () => ['content'],
  pageUrl: (path) => sectionUrl(path, ['content']),
  hasBundles: true,
  bareFiles: true,
  splitLanguage: (path, config) => {
    const [, stem, code, extension] = /^(.+)\.([a-z]{2,3}(?:-[a-z\d]+)?)(\.[^./]+)$/i.exec(path) ?? []
    const isLanguage = code !== undefined && Object.hasOwn(mapOf(config.languages), code)
    return isLanguage && code !== textOf(config.default_language)
      ? { path: `${stem}${extension}`, lang: code }
      : { path }
  },
  tagFolders: ['templates/shortcodes'],
  servedFolders: ['static', 'content', 'assets', 'public'],
  keys: { permalink: ['path'] },
  // @see https://www.getzola.org/documentation/content/page/#page-options
  permalinks: (post) => {
    const last = slugify(post.fields.slug ?? splitDatePrefix(post.file.name).rest)
    return [`/${[...foldersOf(post, ['content']).map(slugify), last].join('/')}/`]
  },
  termUrls: () => ({ tags: ['/tags/:term'], categories: ['/categories/:term'] }),
  termSlug: slugify,
  syntax: { mathOnRequest: true, headingAttributes: true, callTags: true },
}
