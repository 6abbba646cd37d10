import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { AuthorError } from '../model/author-error'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'
import { clearGenerated, keepCache, restoreCache } from './contentlayer-cache'

// The package does not export its program, only its package.json, which is in the same folder.
const manifest = createRequire(import.meta.url).resolve('contentlayer2/package.json')
const contentlayerProgram = join(dirname(manifest), 'bin/cli.cjs')
const preload = new URL('contentlayer-preload.js', import.meta.url).href

/**
 * Lets Contentlayer check and type every staged document, with the cache of earlier runs; does nothing if it has
 * already done so for the same documents.
 * @throws with all its output if a document does not match its type
 */
export async function typeDocuments(projectDir: string): Promise<void> {
  const { typedFor } = workspace(projectDir)
  const inputs = await hashInputs(projectDir)
  if ((await readFile(typedFor, 'utf8').catch(() => '')) === inputs) return
  await rm(typedFor, { force: true })
  await restoreCache(projectDir)
  await clearGenerated(projectDir)
  await runContentlayer(projectDir)
  await keepCache(projectDir)
  await writeFileAtomic(typedFor, inputs)
}

/** The configuration, the packages and the staged files, whose times are made of their content. */
async function hashInputs(projectDir: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of ['contentlayer.config.ts', 'package-lock.json'])
    hash.update(await readFile(join(projectDir, name)).catch(() => ''))
  const { staged } = workspace(projectDir)
  const names = await readdir(staged, { recursive: true }).catch(() => [])
  const limit = pLimit(64)
  const times = names.sort().map((name) =>
    limit(async () => {
      const { mtimeMs, size } = await stat(join(staged, name))
      return name.endsWith('.md') ? [name, mtimeMs, size] : [name]
    }),
  )
  return hash.update(JSON.stringify(await Promise.all(times))).digest('hex')
}

/**
 * Runs `contentlayer2 build` in a project.
 * @throws with all its output if it fails; staging ensures that nothing an author writes makes it fail
 */
async function runContentlayer(projectDir: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', preload, contentlayerProgram, 'build'], {
    cwd: projectDir,
    // It takes its folder from this variable, which may still name the folder of the program that started us.
    env: { ...process.env, PWD: projectDir },
    // Most of what it prints is of no use to an author.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  if (code !== 0) throw new AuthorError(`contentlayer2 build ended with ${code}:\n${output.trim()}`)
}
