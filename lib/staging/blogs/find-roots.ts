import { posix } from 'node:path'
import type { RootFiles } from '../../dialects/dialect'
import { type Dialect, RECORDS } from '../../dialects/dialects'
import type { FileList } from '../text/list-files'

/** A folder that contains a file or folder typical of the root of a blog. */
export interface RootMark {
  /** Relative to the content folder; `''` for that folder itself. */
  folder: string
  dialect: Dialect
  /** What it was detected by: `_config.yml`, `hugo.toml`, `_posts/`, `.obsidian/`. */
  detectedBy: string
}

/**
 * Finds the roots of imported blogs by the files that each system has in its root (`detect` of its dialect).
 * @param readFile the text of a file of the content folder
 */
export async function findRoots(
  files: Pick<FileList, 'paths' | 'marks'>,
  readFile: (path: string) => Promise<string>,
): Promise<RootMark[]> {
  const all = new Set([...files.paths, ...files.marks])
  const folders = new Set([...all].flatMap(foldersAbove))
  const marks: RootMark[] = []
  for (const folder of [...folders].sort()) {
    const root = viewRoot(folder, all, folders, readFile)
    for (const [dialect, { detect }] of RECORDS) {
      const detectedBy = await detect?.(root)
      if (detectedBy === undefined) continue
      marks.push({ folder, dialect, detectedBy })
      break
    }
  }
  return marks
}

/** The folder interface that `detect` gets. */
export function viewRoot(
  folder: string,
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
  readFile: (path: string) => Promise<string>,
): RootFiles {
  const at = (path: string) => (folder ? `${folder}/${path}` : path)
  return {
    hasFile: (path) => files.has(at(path)),
    hasFolder: (path) => folders.has(at(path)) || files.has(`${at(path)}/`),
    read: async (path) => (files.has(at(path)) ? readFile(at(path)) : ''),
  }
}

/** `''`, `a` and `a/b` for `a/b/c.md`. */
export function foldersAbove(path: string): string[] {
  const folders = ['']
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at))
  return folders
}

/** The name of a folder in messages. */
export function nameOfFolder(root: string, folder: string): string {
  return folder ? posix.join(root, folder) : root
}
