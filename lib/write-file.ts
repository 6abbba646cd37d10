import { mkdir, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFile from 'write-file-atomic'

/**
 * Writes a file completely or not at all, even if two runs write it at the same time. Creates missing folders.
 * @param options.modified the file's modification time, if it is not now
 * @param options.durable waits until it is on disk: for data that cannot be generated again
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  { modified, durable = false }: WriteOptions = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : Buffer.from(content), { fsync: durable })
  if (modified) await utimes(path, modified, modified)
}

interface WriteOptions {
  modified?: Date
  durable?: boolean
}
