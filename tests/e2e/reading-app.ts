import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleEnhancement } from '../../lib/build/enhancement'
import { buildNext } from '../../lib/delivery/build-next'
import { PROJECT } from './copy-project'
import { freePort } from './free-port'

/** A small app with a page for every case that delivery distinguishes. It is built in its own folder. */
export const READING_APP = join(PROJECT, 'tests', 'reading-app')

/**
 * Builds it like `npm run build` builds a site.
 * @param adapter a platform's adapter, as `NEXT_ADAPTER_PATH` names it
 */
export async function buildReadingApp(adapter?: string): Promise<void> {
  await bundleEnhancement(READING_APP)
  mkdirSync(join(READING_APP, '.quire'), { recursive: true })
  writeFileSync(
    join(READING_APP, '.quire', 'index.json'),
    JSON.stringify({
      site: {
        title: 'Reading app',
        url: 'https://reading.example',
        language: 'en',
        timeZone: 'UTC',
        author: { name: 'Ada' },
        allow: { scripts: [], frames: [], images: [], connect: [] },
      },
      posts: [],
      pages: [],
      guessedAddresses: {},
      movedUrls: {},
      oldTermUrls: [],
    }),
  )
  writeFileSync(join(READING_APP, '.quire', 'build.json'), JSON.stringify({ now: Date.now() }))
  if (adapter) process.env.NEXT_ADAPTER_PATH = adapter
  else delete process.env.NEXT_ADAPTER_PATH
  try {
    const code = await buildNext(READING_APP)
    if (code !== 0) throw new Error(`next build ended with ${code}`)
  } finally {
    delete process.env.NEXT_ADAPTER_PATH
  }
}

/** Serves the built app with `next start` on a free port of this machine. */
export async function serveReadingApp(): Promise<{ url: string; server: ChildProcess }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const next = join(PROJECT, 'node_modules', 'next', 'dist', 'bin', 'next')
  const server = spawn(process.execPath, [next, 'start', '--port', String(port)], {
    cwd: READING_APP,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await fetch(url).catch(() => undefined))) await new Promise((resolve) => setTimeout(resolve, 100))
  return { url, server }
}
