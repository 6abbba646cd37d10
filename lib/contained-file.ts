import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'

/**
 * Finds a file that content names, where it belongs to a folder: itself and what it is a link to lie inside, and no
 * part of its path is hidden (`.git/config`, `.env`) or a package's. Everything that reads a file whose path comes
 * from content goes through here, so that nothing else of the machine can be published.
 * @param path absolute, not yet known to exist
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

/** Where a path lies, by its name alone: links are not followed. Both absolute. */
export function placeBelow(folder: string, path: string): 'inside' | 'outside' | 'hidden' {
  const segments = relative(folder, path).split(sep)
  if (segments[0] === '..' || isAbsolute(relative(folder, path))) return 'outside'
  return segments.some(isHidden) ? 'hidden' : 'inside'
}

/** Names that systems keep their own files under: no content, whatever is in them. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

export type Contained =
  | { outcome: 'file' /** Absolute, links resolved. */; real: string }
  | { outcome: 'missing' | 'outside' | 'hidden' }
