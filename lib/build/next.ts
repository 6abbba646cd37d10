import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next')

/**
 * Starts Next's command in this terminal.
 * @param args e.g. `['dev', '--port', '3000']`
 * @param environment added to that of this process
 */
export function startNext(
  projectDir: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): ChildProcess {
  return spawn(process.execPath, [nextProgram, ...args], {
    cwd: projectDir,
    stdio: 'inherit',
    // Telemetry needs the author's consent.
    env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env, ...environment },
  })
}

/** Runs Next's command and waits for it. @returns its exit code */
export async function runNext(
  projectDir: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    startNext(projectDir, args, environment)
      .on('error', reject)
      .on('close', (code) => resolve(code ?? 1))
  })
}
