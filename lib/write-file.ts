import { mkdir, rename, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file whole or not at all: beside its place first, then renamed. A reader, or a run that was interrupted,
 * never finds half of it. Makes the folders that are missing.
 * @param modified the file's modification time, where it is not this moment
 */
export async function writeWhole(path: string, content: string | Uint8Array, modified?: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, content)
  if (modified) await utimes(temporary, modified, modified)
  await rename(temporary, path)
}
