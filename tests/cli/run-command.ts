import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach } from 'vitest'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  // A busy machine takes more than ten seconds to delete thousands of files.
}, 120_000)

/**
 * Creates a project folder in which commands can run: only files of the author, none of the project.
 * @param files contents by path
 */
export async function makeProject(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'quire-cli-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Runs a command of `lib/cli` in its own process. @param env added to this process's environment */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {}, onStart }: RunOptions,
): Promise<CommandResult> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve(`lib/cli/${command}.ts`), ...args],
    {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CONTENT_DIR: '', GITHUB_ACTIONS: '', NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    },
  )
  onStart?.(child)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const code = await new Promise<number | null>((done, failed) => child.on('close', done).on('error', failed))
  return { code, ...output }
}

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

interface RunOptions {
  cwd: string
  env?: Record<string, string>
  onStart?: (child: ChildProcess) => void
}
