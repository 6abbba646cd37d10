import { existsSync } from 'node:fs'
import { basename, dirname, join, posix, resolve } from 'node:path'
import { findContained } from '../contained-file'
import { dialectOf } from '../dialects/dialects'
import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import { decodePercent } from '../urls/decode'
import { isNotebook } from '../urls/markdown-files'
import { workspace } from '../workspace'
import { findByEnding, findInVault } from './vault-files'

/**
 * Finds the file that a URL in a document refers to.
 *
 * Searched in this order, because authors mean the nearest file: next to the document, then for a root-relative
 * URL (and for one without a slash, as old systems write `images/x.png`): the root of the blog the
 * document belongs to, the folders that its system serves, and the project's `public`; for an imported blog last the only
 * file whose path ends like the URL.
 * @param address the URL in the HTML: relative or root-relative, may be percent-encoded, may have `?` and `#`
 * @returns absolute path, or undefined if there is no such file, it is outside the content and `public`, or it is
 *   hidden or a document: documents are only published as posts
 */
export function findFile(address: string, source: Source, projectDir: string): string | undefined {
  const named = readSchemeUrl(address)
  if (named) {
    if (named.scheme === 'notebook') return findNotebookPicture(named.name, projectDir)
    if (named.scheme !== 'wikilink') return undefined
    const vault = resolve(projectDir, source.root)
    const file = findInVault(named.name, vault)
    return file !== undefined && isPublishable(file, vault) ? file : undefined
  }
  const path = decodePercent(address.replace(/[?#].*$/s, ''))
  if (!path) return undefined
  const blog = resolve(projectDir, source.root)
  const beside = dirname(resolve(projectDir, source.file))
  const bare = path.replace(/^\/+/, '')
  const candidates = path.startsWith('/') ? [] : [join(beside, path)]
  const served = ['', ...(dialectOf(source.dialect).servedFolders ?? [])]
  for (const each of [bare, ...pathsInSite(path, source)]) {
    candidates.push(...served.map((folder) => join(blog, folder, each)), join(projectDir, 'public', each))
  }
  const folders = [blog, join(projectDir, 'public')]
  const found = candidates.find((file) => folders.some((folder) => isPublishable(file, folder)))
  if (found !== undefined || !isImported(source)) return found
  const guess = findByEnding(path, blog)
  return guess !== undefined && isPublishable(guess, blog) ? guess : undefined
}

/** Whether a document is one of an imported blog, which has a folder below `posts` or its own system. */
function isImported({ root, dialect }: Source): boolean {
  return dialect !== 'plain' || /\/posts\/./.test(root)
}

/**
 * A URL as a path below the root of the old site: without its base path, and a relative one resolved against the old URL of
 * the document, with and without a trailing slash.
 */
function pathsInSite(path: string, { base, url }: Source): string[] {
  const absolute = path.startsWith('/')
    ? [path]
    : url === undefined
      ? []
      : [posix.join(url, path), posix.join(posix.dirname(url), path)]
  return absolute.flatMap((each) => {
    const inSite = base && each.startsWith(`${base}/`) ? each.slice(base.length) : undefined
    // What `bare` has is not needed twice.
    const own = path.startsWith('/') ? [] : [each]
    return [...own, ...(inSite ? [inSite] : [])].map((found) => found.replace(/^\/+/, ''))
  })
}

/** Written by staging; an author's own name cannot refer to a file outside that folder. */
function findNotebookPicture(name: string, projectDir: string): string | undefined {
  const folder = workspace(projectDir).notebookPictures
  const found = findContained(join(folder, name), folder)
  return found.outcome === 'file' ? join(folder, name) : undefined
}

function isPublishable(file: string, folder: string): boolean {
  const found = findContained(file, folder)
  return found.outcome === 'file' && !isSource(file) && !isSource(found.real)
}

/** Documents (a notebook beside a post's `index.md` is a file of that post) and settings: a draft would be published by `![x](draft.md)`, and the settings of a site may hold keys. */
function isSource(file: string): boolean {
  const name = basename(file).toLowerCase()
  return (
    /\.(?:md|mdx|markdown|mkdn?|mdown)$/.test(name) ||
    (isNotebook(name) &&
      !['index.md', 'index.mdx', 'index.markdown'].some((index) => existsSync(join(dirname(file), index)))) ||
    /^(?:_\w+|site|hugo|config)\.(?:ya?ml|toml)$/.test(name)
  )
}
