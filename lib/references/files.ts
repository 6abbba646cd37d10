import { existsSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { dialectOf } from '../dialects/dialects'
import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import { decodePercent } from '../urls/decode'
import { findInVault } from './vault-files'

/**
 * Finds the file that an address in a document means.
 *
 * Looked up in this order, because the nearer folder is what the author sees: beside the document, then for an
 * address from the root (and for one without a slash, as old systems write `images/x.png`): the root of the blog the
 * document came from, the folders its system serves from there, and the project's own `public`.
 * @param address as written in the HTML: relative or root-relative, may be percent-encoded, may have `?` and `#`
 * @returns absolute path, or undefined where there is no such file or it lies outside the content and `public`
 */
export function findFile(address: string, source: Source, projectDir: string): string | undefined {
  const named = readSchemeUrl(address)
  if (named) {
    return named.scheme === 'wikilink' ? findInVault(named.name, resolve(projectDir, source.root)) : undefined
  }
  const path = decodePercent(address.replace(/[?#].*$/s, ''))
  if (!path) return undefined
  const blog = resolve(projectDir, source.root)
  const beside = dirname(resolve(projectDir, source.file))
  const bare = path.replace(/^\/+/, '')
  const candidates = path.startsWith('/') ? [] : [join(beside, path)]
  candidates.push(
    ...['', ...(dialectOf(source.dialect).servedFolders ?? [])].map((folder) => join(blog, folder, bare)),
    join(projectDir, 'public', bare),
  )
  return candidates.find(
    (file) => (isInside(file, blog) || isInside(file, join(projectDir, 'public'))) && isFile(file),
  )
}

/** Whether a file lies in a folder, symbolic names such as `..` resolved. */
function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '' && path.split(sep)[0] !== '..' && !isAbsolute(path)
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile()
}
