import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNext } from '../build/next'
import { contentDir } from '../workspace'
import { deliverBuild } from './deliver-build'
import { hashCode } from './kept-pages/code-hash'
import { KeptPages } from './kept-pages/kept-pages'

/**
 * `next build`, then delivery. If a platform makes Next run an adapter (`NEXT_ADAPTER_PATH`: Vercel with adapters
 * on), that adapter copies the pages inside `next build`: our adapter runs before it and delivers the pages. Otherwise
 * no adapter must be set: it would move the output to where `next start` and Vercel's classic builder do not look.
 *
 * @param projectDir absolute path of the folder that holds package.json
 * @param stopwatch measures the steps
 * @returns the exit code of `next build`
 * @throws like `deliver`
 */
export async function buildNext(
  projectDir: string,
  stopwatch: Stopwatch = { measure: (_, step) => step() },
): Promise<number> {
  const measure: Stopwatch['measure'] = (name, step) => stopwatch.measure(name, step)
  const platform = process.env.NEXT_ADAPTER_PATH
  const environment = platform ? { NEXT_ADAPTER_PATH: ADAPTER, PLATFORM_ADAPTER_PATH: platform } : {}
  const distDir = path.join(projectDir, '.next')
  const codeHash = await hashCode(projectDir, contentDir())
  const build = (more: Record<string, string> = {}) =>
    // The same code gets the same build id, so that pages do not change if nothing else does.
    runNext(projectDir, ['build'], {
      QUIRE_BUILD_ID: codeHash.slice(0, 20),
      NODE_OPTIONS: `${LARGE_YOUNG_GENERATION} ${process.env.NODE_OPTIONS ?? ''}`.trim(),
      ...environment,
      ...more,
    })
  if (platform) return measure('build with Next and deliver', build)

  const aside = await moveOutputAside(projectDir, distDir)
  const kept = await measure('find unchanged pages', () => KeptPages.open(projectDir, distDir, codeHash))
  if (kept.size > 0) console.log(`Unchanged: ${kept.size} pages and feeds are not rendered again.`)
  let code = await measure('build with Next', () => build({ QUIRE_KEPT_PAGES: '.quire/kept-pages.json' }))
  if (code === 0 && !kept.fits()) {
    kept.forget()
    code = await measure('build with Next again', build)
  }
  if (code !== 0) return code
  const { pages } = await measure('deliver pages', () => deliverBuild({ projectDir, distDir }))
  const withRuntime = pages.flatMap(({ route, keptFor }) => (keptFor.length > 0 ? [route] : []))
  await measure('keep and restore pages', () => kept.finish(new Set(withRuntime), aside))
  await rm(aside, { recursive: true, force: true })
  return 0
}

/**
 * Moves the output of the last build aside, where kept pages are found again. Next itself would delete one file after the
 * other before it does anything else, which takes seconds for thousands of pages; and on ext4, files are made slowly for
 * minutes after as many were deleted.
 * @returns the folder it was moved to, which need not exist
 */
async function moveOutputAside(projectDir: string, distDir: string): Promise<string> {
  const folder = path.join(projectDir, '.quire')
  const aside = path.join(folder, `${REPLACED}${process.pid}`)
  // Next locks the folder for as long as it builds: another build is writing there.
  if (existsSync(path.join(distDir, 'lock'))) return aside
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(REPLACED)) await rm(path.join(folder, name), { recursive: true, force: true })
  await rename(path.join(distDir, 'server'), aside).catch(() => {})
  return aside
}

/** Begins the names of folders with the output of earlier builds. A killed build leaves one. */
const REPLACED = 'replaced-'

/** Runs a step, and remembers under its name how long it took. */
interface Stopwatch {
  measure: <Result>(name: string, step: () => Promise<Result>) => Promise<Result>
}

/** What a page allocates is garbage when it is written: the collector moves less of it, 5 % of the time. */
const LARGE_YOUNG_GENERATION = '--max-semi-space-size=64'

const ADAPTER = fileURLToPath(new URL('adapter.js', import.meta.url))
