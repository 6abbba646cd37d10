import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** All that turns a staged text into a stored document. `lib/staging` itself shows in the staged text. */
const INPUTS = ['contentlayer.config.ts', 'package-lock.json', 'lib/markdown', 'lib/strings']

/**
 * A hash of the code and the libraries that render text: a cached document is good only while it stays the same.
 * @param projectDir absolute
 */
export async function hashPipeline(projectDir: string): Promise<string> {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    const path = join(projectDir, input)
    const files = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined)
    const paths = files?.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)) ?? [
      path,
    ]
    for (const file of paths.sort()) hash.update(await readFile(file).catch(() => ''))
  }
  return hash.digest('hex')
}
