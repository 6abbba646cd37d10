import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import { CONTENT_DIR, PROJECT } from './copy-project'
import { freePort } from './free-port'

/** The loader of our commands, for `node --import`. */
export const tsx = pathToFileURL(createRequire(join(PROJECT, 'package.json')).resolve('tsx')).href

/**
 * Runs `npm run dev` in a copy of the project, and waits until it answers.
 * @param host as in the browser's address
 * @param env more variables
 */
export async function startDev(
  folder: string,
  host: string,
  env: Record<string, string>,
): Promise<{ server: ChildProcess; url: string }> {
  const port = await freePort()
  const url = `http://${host}:${port}`
  const server = spawn(process.execPath, ['--import', tsx, 'lib/cli/dev.ts'], {
    cwd: folder,
    env: { ...process.env, CONTENT_DIR, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const answer = () =>
    fetch(url).then(
      ({ status }) => status,
      () => 0,
    )
  try {
    await expect.poll(answer, { timeout: 4 * 60_000 }).toBeGreaterThan(0)
  } catch (error) {
    server.kill('SIGTERM')
    throw error
  }
  return { server, url }
}
