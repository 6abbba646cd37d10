import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeFileAtomic } from '../../write-file'

/**
 * Bundles a module with every file of ours that it imports, and hashes all that decides what it does: the bundle holds
 * the files, the lockfile names the packages, and Node contains the Unicode tables. No list has to be maintained.
 * @param projectDir absolute path of the folder that holds package.json
 * @param entry absolute path of the module
 */
export async function bundleCode(projectDir: string, entry: string): Promise<{ code: string; hash: string }> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    legalComments: 'none',
  })
  const code = outputFiles.map(({ text }) => text).join('')
  const packages = await readFile(join(projectDir, 'package-lock.json'), 'utf8').catch(() =>
    readFile(join(projectDir, 'package.json'), 'utf8').catch(() => ''),
  )
  const hash = createHash('sha256')
    .update(code)
    .update(packages)
    .update(process.versions.unicode ?? '')
  return { code, hash: hash.digest('hex') }
}

/**
 * Writes code as one file for worker threads, which cannot load TypeScript.
 * @param entry absolute path of the module; by default that of the pipeline
 * @returns the file, and a hash of everything that determines its output
 */
export async function bundleWorker(
  projectDir: string,
  entry = fileURLToPath(new URL('render-worker.ts', import.meta.url)),
): Promise<{ file: string; hash: string }> {
  const { code, hash } = await bundleCode(projectDir, entry)
  // Next to the packages that it imports: in a dry run of an import the project is elsewhere.
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const file = join(root, '.quire', `${basename(entry, '.ts')}.mjs`)
  await writeFileAtomic(file, code)
  return { file, hash }
}
