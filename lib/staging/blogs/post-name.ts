import { splitDatePrefix } from '../../urls/slug'

/**
 * The name of a post's file without its extension, or of its folder if it is a bundle (`x/index.md`). The day before
 * `index` belongs to the name: `x/2019-01-10-index.md` is `2019-01-10-x`.
 */
export function nameOfFile(path: string): string {
  const segments = path.split('/')
  const stem = (segments.at(-1) ?? path).replace(/\.[^.]+$/, '')
  const { date, rest } = splitDatePrefix(stem)
  const folder = segments.at(-2)
  if (folder === undefined || !FOLDER_FILES.has(rest.toLowerCase())) return stem
  return date === undefined || splitDatePrefix(folder).date !== undefined ? folder : `${date}-${folder}`
}

/** Files whose name comes from their folder: Hugo's bundles, repositories' and vaults' notes of a folder, Next's pages. */
const FOLDER_FILES = new Set(['index', '_index', 'readme', 'page'])

/** A title for a post without one, from its file name: `2021-07-15-hello-world` is `Hello world`. */
export function titleOfName(name: string): string {
  const words = splitDatePrefix(name)
    .rest.replace(/[-_\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * Whether a file without front matter is about the repository and not a post: `README.md` of the blog or of a post's sample
 * project, `LICENSE.md`, instructions for contributors and tools.
 */
export function isRepositoryFile(path: string): boolean {
  return /(?:^|\/)(?:readme|license|licence|changelog|contributing|code_of_conduct|security|agents|claude)(?:[._-][^/]*)?\.[^./]+$/i.test(
    path,
  )
}

/**
 * Whether a file without a text is a page that a theme fills with a list, such as `layout: archives` or `type: tags`.
 * @param keys of its front matter, in lower case
 */
export function isListPage(keys: ReadonlyMap<string, unknown>): boolean {
  const layout = keys.get('layout') ?? keys.get('type')
  return typeof layout === 'string' && LISTS.test(layout) && !keys.has('date')
}

const LISTS =
  /^(?:archives?|search|tags?|categor(?:y|ies)|home|index|links?|friends|terms|timeline|gallery|blog|list|posts)$/i
