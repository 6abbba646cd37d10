import { splitDatePrefix } from '../../urls/slug'

/** The name of a post's file without its extension, or of its folder if it is a bundle (`x/index.md`). */
export function nameOfFile(path: string): string {
  const segments = path.split('/')
  const stem = (segments.at(-1) ?? path).replace(/\.[^.]+$/, '')
  return FOLDER_FILES.has(stem.toLowerCase()) ? (segments.at(-2) ?? stem) : stem
}

/** Files whose name comes from their folder: Hugo's bundles, repositories' and vaults' notes of a folder, Next's pages. */
const FOLDER_FILES = new Set(['index', 'readme', 'page'])

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
