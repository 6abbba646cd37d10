import type { CollectionDocument, Config } from '../dialect'
import { folderOf, mapOf, textOf } from './config-values'

/**
 * The URL of a page that follows its path: `/a/b` for `a/b.md`, `/a` for `a/index.html`.
 * @returns undefined for the start page, which this site has itself
 */
export function urlOfPath(path: string): string | undefined {
  const bare = path.replace(/\.[^./]+$/, '').replace(/(?:^|\/)_?index$/, '')
  return bare === '' ? undefined : `/${bare}`
}

/**
 * The URL of a page in one of these folders by its path below it; what begins with an underscore is a part of other files.
 * @param folders the first that holds the path counts; `''` is the root
 */
export function urlInFolders(path: string, folders: readonly string[]): string | undefined {
  const folder = folders.find((each) => each === '' || path.startsWith(`${each}/`))
  if (folder === undefined) return undefined
  const below = folder === '' ? path : path.slice(folder.length + 1)
  return isInternal(below) ? undefined : urlOfPath(below)
}

/** The URL of a section: `/docs/a` for `content/docs/a/_index.md`. */
export function sectionUrl(path: string, contentFolders: readonly string[]): string | undefined {
  const folder = contentFolders.find((each) => path.startsWith(`${each}/`))
  if (folder === undefined || !/\/_index\.[^/]+$/.test(path)) return undefined
  return urlOfPath(path.slice(folder.length + 1))
}

/**
 * The URL of a page of Jekyll, or of a document of one of its collections.
 * @param source the folder that holds the site: `''` is the root
 * @see https://jekyllrb.com/docs/pages/ and https://jekyllrb.com/docs/collections/
 */
export function jekyllPageUrl(path: string, config: Config, source = ''): string | undefined {
  if (source && !path.startsWith(`${source}/`)) return undefined
  const inSite = source ? path.slice(source.length + 1) : path
  if (listOf(config.exclude).some((entry) => inSite === entry || inSite.startsWith(`${entry}/`)))
    return undefined
  const collection = jekyllCollection(path, config, source)
  if (collection) return `/${collection.name}/${collection.path}`
  const [first = '', ...below] = inSite.split('/')
  const isIncluded = below.length > 0 && listOf(config.include).includes(first)
  return isInternal(isIncluded ? below.join('/') : inSite) ? undefined : urlOfPath(inSite)
}

/**
 * The collection of Jekyll that a file is a document of, if the collection is published.
 * @param source the folder that holds the site: `''` is the root
 */
export function jekyllCollection(path: string, config: Config, source = ''): CollectionDocument | undefined {
  const inSite = source && path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path
  const folder = folderOf(config.collections_dir)
  const inCollections = folder && inSite.startsWith(`${folder}/`) ? inSite.slice(folder.length + 1) : inSite
  const [, name = '', document = ''] = /^_([^/]+)\/(.+)$/.exec(inCollections) ?? []
  const settings = mapOf(mapOf(config.collections)[name])
  if (!document || name === 'posts' || settings.output !== true || isInternal(document)) return undefined
  const pattern = textOf(settings.permalink)
  return { name, path: document.replace(/\.[^./]+$/, ''), ...(pattern && { pattern }) }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((entry) => folderOf(entry) ?? []) : []
}

/** Templates, data, output and other people's code. */
function isInternal(path: string): boolean {
  return /(?:^|\/)(?:_(?!index\.[^/]+$)|(?:node_modules|vendor|bower_components)\/)/.test(path)
}
