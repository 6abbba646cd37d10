import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { ExportSource, ImportedPost } from '../../../lib/import/imported-post'
import { openSource } from '../../../lib/import/open-source'

/** Gives each test of a file an empty folder for the files of an export, which is removed after it. */
export function useExport() {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quire-sources-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  return {
    pathOf: (name: string) => join(folder, name),
    read: (files: Record<string, string>, path = '') => readExport(folder, files, path),
  }
}

/** Writes files and reads the export among them: all its posts. */
async function readExport(
  folder: string,
  files: Record<string, string>,
  path: string,
): Promise<{ source: ExportSource; posts: ImportedPost[] }> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const { source } = await openSource(join(folder, path))
  if (source.kind !== 'export') throw new Error('It was taken for a folder of posts.')
  const posts: ImportedPost[] = []
  for await (const post of source.source.posts()) posts.push(post)
  return { source: source.source, posts }
}
