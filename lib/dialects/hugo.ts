import type { Config, DialectConfig, DialectRecord } from './dialect'
import { folderOf, mapOf, textOf, urlOf } from './rules/config-values'
import { languagesOf, splitHugoLanguage } from './rules/hugo-languages'
import { hugoPermalink, urlize } from './rules/hugo-permalink'
import { writtenMoment } from './rules/moments'
import { sectionUrl } from './rules/page-urls'

const ownConfigs = ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json']
const sharedConfigs = ['config.toml', 'config.yaml', 'config.yml', 'config.json']

/** @see https://gohugo.io/getting-started/directory-structure/ */
export const hugo: DialectRecord = {
  detect: ({ hasFile, hasFolder }) =>
    ownConfigs.find(hasFile) ??
    (hasFolder('config/_default') ? 'config/_default/' : undefined) ??
    // Many projects have a `config.yaml`; Hugo's is next to `content/`.
    (hasFolder('content') ? sharedConfigs.find(hasFile) : undefined),
  configFiles: [...ownConfigs, ...sharedConfigs],
  // @see https://gohugo.io/configuration/introduction/
  configFolder: /^config\/_default\/([\w-]+)\.(?:toml|ya?ml|json)$/,
  readConfig: readHugoConfig,
  postFolders: contentFolders,
  hasBundles: true,
  hasParams: true,
  bareFiles: true,
  htmlPosts: true,
  pageUrl: (path, config) => sectionUrl(path, contentFolders(config)),
  splitLanguage: splitHugoLanguage,
  isHidden: (keys) => {
    const build = mapOf(keys.get('build') ?? keys.get('_build'))
    return keys.get('headless') === true || build.render === false || build.render === 'never'
  },
  tagFolders: ['layouts/shortcodes', 'layouts/_shortcodes'],
  partialFolders: ['layouts/partials', 'layouts/_partials'],
  dataFolder: 'data',
  servedFolders: ['static', 'assets', 'content', 'public'],
  permalinks: (post, rules) => {
    const address = hugoPermalink(post, writtenMoment(post), rules)
    return address === undefined ? [] : [address]
  },
  termUrls: (config) => {
    const taxonomies = mapOf(config.taxonomies)
    return {
      tags: [`/${textOf(taxonomies.tag) ?? 'tags'}/:term`],
      categories: [`/${textOf(taxonomies.category) ?? 'categories'}/:term`],
    }
  },
  termSlug: urlize,
  syntax: { mathOnRequest: true, sourceIds: true, headingAttributes: true, definitionLists: true },
}

function readHugoConfig(config: Config): DialectConfig {
  // Newer configurations distinguish pages from sections: `permalinks: {page: {blog: …}}`.
  const permalinks = mapOf(config.permalinks)
  const patterns = Object.entries({ ...permalinks, ...mapOf(permalinks.page) })
  const own = patterns.flatMap(([section, pattern]): [string, string][] =>
    typeof pattern === 'string' ? [[section, pattern]] : [],
  )
  return {
    permalinks: Object.fromEntries(own),
    base: urlOf(config.baseURL ?? config.baseurl)?.pathname,
    uglyUrls: (config.uglyURLs ?? config.uglyurls) === true,
    contentFolders: contentFolders(config),
  }
}

/** @see https://gohugo.io/configuration/all/#contentdir and, for one folder per language, languages.<code>.contentDir */
function contentFolders(config: Config): string[] {
  const ofLanguages = languagesOf(config).flatMap(({ contentDir }) => contentDir ?? [])
  const main = folderOf(config.contentDir ?? config.contentdir) ?? 'content'
  return [...new Set([...ofLanguages, main])]
}
