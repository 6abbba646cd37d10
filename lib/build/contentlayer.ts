import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The package exports no program, but its package.json, and that lies beside it.
const manifest = createRequire(import.meta.url).resolve('contentlayer2/package.json')
const contentlayerProgram = join(dirname(manifest), 'bin/cli.cjs')

/**
 * Runs `contentlayer2 build` in a project.
 * @throws with all that it printed where it fails: nothing an author writes makes it fail, staging has seen to that
 */
export async function runContentlayer(projectDir: string): Promise<void> {
  const child = startContentlayer(projectDir, 'build')
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  if (code !== 0) throw new Error(`contentlayer2 build ended with ${code}:\n${output.trim()}`)
}

/** Starts `contentlayer2`, its output on pipes: most of it is of no use to an author. */
export function startContentlayer(projectDir: string, command: 'build' | 'dev'): ChildProcess {
  return spawn(process.execPath, [contentlayerProgram, command], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
