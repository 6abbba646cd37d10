import { chmod, mkdir, mkdtemp, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { trimEndOf } from '../../model/trim-end'

/**
 * Replaces a folder by new files and keeps it as a backup. The new files are complete before the old
 * folder is touched, and it is restored if the replacement fails.
 *
 * @param folder absolute, or relative to the working directory
 * @param files contents by path within the folder
 * @returns the backup's path, relative if `folder` is; undefined if there was no folder
 */
export async function replaceFolder(
  folder: string,
  files: Record<string, string>,
): Promise<string | undefined> {
  const target = trimEndOf(path.normalize(folder), '\\/')
  await mkdir(path.dirname(target), { recursive: true })
  const fresh = await mkdtemp(`${target}-new-`)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(fresh, name)), { recursive: true })
    await writeFile(path.join(fresh, name), text)
  }
  // `mkdtemp` gives access to nobody else, but a web server or another account may have to read the folder.
  const mode = await stat(target).then(
    (info) => info.mode,
    () => 0o777 & ~process.umask(),
  )
  await chmod(fresh, mode)
  const backup = `${target}-backup-${new Date().toISOString().replace(/[:.]/g, '-')}`
  const existed = await rename(target, backup).then(() => true, ifMissing)
  try {
    await rename(fresh, target)
  } catch (error) {
    if (existed) await rename(backup, target)
    throw error
  }
  return existed ? backup : undefined
}

function ifMissing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false
  throw error
}
