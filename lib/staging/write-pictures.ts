import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomic } from '../write-file'
import type { ReadPost } from './opened-post'

/**
 * Writes the pictures that notebooks hold as files, so that later steps treat them like any other, and removes those
 * that no notebook holds any more. Their names are made of their content.
 * @param folder absolute
 */
export async function writePictures(folder: string, documents: readonly { read: ReadPost }[]): Promise<void> {
  const wanted = new Map(documents.flatMap(({ read }) => [...(read.pictures ?? [])]))
  const present = new Set(await readdir(folder).catch(() => []))
  if (wanted.size > 0) await mkdir(folder, { recursive: true })
  for (const name of present) if (!wanted.has(name)) await rm(join(folder, name), { force: true })
  for (const [name, bytes] of wanted) if (!present.has(name)) await writeFileAtomic(join(folder, name), bytes)
}
