import { access, copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeFileAtomic } from '../write-file'

/** What became of one file of an import. */
export type Written = 'written' | 'unchanged' | 'kept'

/**
 * Writes a file of an import. A file that is there already is never changed: it is the one of an earlier run
 * (`unchanged`), or the author's own (`kept`).
 */
export async function writeImported(path: string, content: string | Uint8Array): Promise<Written> {
  const before = await readFile(path).catch(() => undefined)
  if (before) return before.equals(Buffer.from(content)) ? 'unchanged' : 'kept'
  await writeFileAtomic(path, content)
  return 'written'
}

/** Copies a file byte for byte, under the same rules; a copy that was interrupted has another name. */
export async function copyImported(from: string, to: string): Promise<Written> {
  if (await exists(to)) {
    const [old, fresh] = await Promise.all([readFile(to), readFile(from)])
    return old.equals(fresh) ? 'unchanged' : 'kept'
  }
  await mkdir(dirname(to), { recursive: true })
  const partial = join(dirname(to), `.${process.pid}.import-part`)
  try {
    await copyFile(from, partial)
    await rename(partial, to)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  return 'written'
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
