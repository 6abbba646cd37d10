import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findContained } from '../../contained-file'

export type Include =
  | { outcome: 'text'; path: string; text: string }
  | { outcome: 'missing' | 'outside' | 'hidden'; path: string }

/**
 * Reads a file that a document includes: from the blog's include folders, or next to the document.
 * @param place.relativeTo absolute path of the document, for `include_relative`
 * @returns `outside` for a path that leads out of the content folder, through a link of the file system too; `hidden`
 *   for one with a name like `.git` in it
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
  if (name === '') return { outcome: 'missing', path }
  const found = findContained(path, contentDir)
  if (found.outcome !== 'file') return { outcome: found.outcome, path }
  try {
    return { outcome: 'text', path, text: withoutFrontMatter(readFileSync(found.real, 'utf8')) }
  } catch {
    // A file without read permission counts as missing.
    return { outcome: 'missing', path }
  }
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '').replaceAll('\r\n', '\n')
}
