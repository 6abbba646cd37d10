import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'

/**
 * Finds a file that content refers to, if it belongs to a folder: the file and the target of a symbolic link are inside, and no
 * part of its path is hidden (`.git/config`, `.env`) or belongs to a package. All code that reads a file whose path comes
 * from content uses this function, so that no other file of the machine can be published.
 * @param path absolute, may not exist
 * @param folder absolute
 */
export function findContained(path: string, folder: string): Contained {
  if (path.includes('\0')) return { outcome: 'missing' }
  const written = placeBelow(folder, path)
  if (written !== 'inside') return { outcome: written }
  try {
    const real = realpathSync(path)
    const place = placeBelow(realpathSync(folder), real)
    if (place !== 'inside') return { outcome: place }
    return statSync(real).isFile() ? { outcome: 'file', real } : { outcome: 'missing' }
  } catch {
    return { outcome: 'missing' }
  }
}

/** Whether a path is inside a folder, judged by name only: symbolic links are not followed. Both absolute. */
export function placeBelow(folder: string, path: string): 'inside' | 'outside' | 'hidden' {
  const segments = relative(folder, path).split(sep)
  if (segments[0] === '..' || isAbsolute(relative(folder, path))) return 'outside'
  return segments.some(isHidden) ? 'hidden' : 'inside'
}

/** Names that tools use for their own files: never content. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

export type Contained =
  | { outcome: 'file' /** Absolute, links resolved. */; real: string }
  | { outcome: 'missing' | 'outside' | 'hidden' }
