import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isHidden, placeBelow } from '../../contained-file'
import { RECORDS } from '../../dialects/dialects'
import { type Problem, problemAtStart } from '../../model/problem'

/** The files below a folder, and the links that were not followed. */
export interface FileList {
  /** Relative to the folder, forward slashes, sorted by code point. Hidden files and `node_modules` are left out. */
  paths: string[]
  /** Hidden files and, with a trailing slash, folders by which a blog system is recognised: `a/.obsidian/`. */
  marks: string[]
  problems: Problem[]
}

/**
 * Lists every file below a folder. A symbolic link is followed if its target is inside and not hidden; any other
 * is refused, so that only content can be published. A link within a linked folder is
 * followed to files only: folders that link to each other would be listed on every path between them.
 * @param dir absolute
 * @param nameOf the name of a path below `dir` in messages
 * @returns an empty list if the folder does not exist
 */
export async function listFiles(dir: string, nameOf: (path: string) => string): Promise<FileList> {
  const list: FileList = { paths: [], marks: [], problems: [] }
  const base = await realpath(dir).catch(() => undefined)
  if (base === undefined) return list

  async function walk(folder: string, linked: boolean): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      const name = relative(dir, path).split(sep).join('/')
      if (MARKS.has(entry.name)) list.marks.push(entry.isDirectory() ? `${name}/` : name)
      if (isHidden(entry.name)) continue
      if (!entry.isSymbolicLink()) {
        if (entry.isDirectory()) await walk(path, linked)
        else if (entry.isFile()) list.paths.push(name)
        continue
      }
      const target = await realpath(path).catch(() => undefined)
      if (target === undefined || placeBelow(base ?? dir, target) !== 'inside') {
        list.problems.push(strayLink(nameOf(name), target))
        continue
      }
      const found = await stat(target)
      if (found.isFile()) list.paths.push(name)
      else if (found.isDirectory() && !linked && placeBelow(target, await realpath(folder)) === 'outside')
        await walk(path, true)
    }
  }

  await walk(dir, false)
  list.paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return list
}

const MARKS = new Set(RECORDS.flatMap(([, { hiddenMarks }]) => hiddenMarks ?? []))

function strayLink(file: string, target: string | undefined): Problem {
  return problemAtStart(file, {
    severity: 'warning',
    rule: 'files/stray-link',
    message: target
      ? 'This symbolic link points outside the content folder or to a hidden file, and is not followed.'
      : 'This symbolic link is broken: its target does not exist.',
    hint: 'Put the file itself here, or delete the link.',
  })
}
