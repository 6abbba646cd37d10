import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { siteEnvironment } from '../e2e/build-site'
import { freePort } from '../e2e/free-port'

/**
 * Starts the built site as `npm start` does, without npm between, so that a signal reaches it.
 * @param folder as `buildSite` returns it
 * @param url of the database
 */
export async function serve(folder: string, url: string): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const next = [join(folder, 'node_modules'), join(process.cwd(), 'node_modules')].find((path) =>
    existsSync(path),
  )
  const child = spawn(
    process.execPath,
    [join(next ?? '', 'next/dist/bin/next'), 'start', '--port', String(port)],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...siteEnvironment('responses'),
        DATABASE_URL: url,
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  )
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/likes`).catch(() => undefined)
    if (answer?.ok) return { child, port }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Resolves when the process has ended. */
export function stopServer(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
