import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

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

/**
 * Starts `contentlayer2 dev`, which renders each staged file that changes. What it prints of its doings is left out;
 * what else it says, mostly that `contentlayer.config.ts` or a plugin does not compile, is shown.
 */
export function startContentlayerDev(projectDir: string): ChildProcess {
  const child = startContentlayer(projectDir, 'dev')
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() && !doings.test(line)) console.error(line)
    })
  }
  return child
}

const doings =
  /^(?:successCallback|Generated \d+ documents|File (?:added|updated|deleted):|Contentlayer config change)/

function startContentlayer(projectDir: string, command: 'build' | 'dev'): ChildProcess {
  return spawn(process.execPath, [contentlayerProgram, command], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
