import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

export type Include =
  | { outcome: 'text'; path: string; text: string }
  | { outcome: 'missing' | 'outside'; path: string }

/**
 * Reads a file that a document includes: from the blog's folders of includes, or beside the document.
 * @param place.relativeTo absolute path of the document, for `include_relative`
 * @returns `outside` for a path that leads out of the content folder, through a link of the file system too
 */
export function readInclude(
  name: string,
  place: { rootDir: string; includeFolders: readonly string[]; contentDir: string; relativeTo?: string },
): Include {
  const folders = place.relativeTo
    ? [dirname(place.relativeTo)]
    : place.includeFolders.map((folder) => join(place.rootDir, folder))
  const found = folders.map((folder) => readFrom(folder, name, place.contentDir))
  return found.find(({ outcome }) => outcome === 'text') ?? found[0] ?? { outcome: 'missing', path: name }
}

function readFrom(folder: string, name: string, contentDir: string): Include {
  const path = join(folder, name)
  if (name === '' || name.includes('\0')) return { outcome: 'missing', path }
  if (!isWithin(path, contentDir)) return { outcome: 'outside', path }
  try {
    const real = realpathSync(path)
    if (!isWithin(real, realpathSync(contentDir))) return { outcome: 'outside', path }
    return { outcome: 'text', path, text: withoutFrontMatter(readFileSync(real, 'utf8')) }
  } catch {
    // A folder, a file without permission: to the author it is not there as a text.
    return { outcome: 'missing', path }
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way)
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '').replaceAll('\r\n', '\n')
}
