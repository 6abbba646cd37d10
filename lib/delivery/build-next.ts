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
 * @returns the exit code of `next build`
 * @throws like `deliver`
 */
export async function buildNext(projectDir: string): Promise<number> {
  const platform = process.env.NEXT_ADAPTER_PATH
  const environment = platform ? { NEXT_ADAPTER_PATH: ADAPTER, PLATFORM_ADAPTER_PATH: platform } : {}
  const distDir = path.join(projectDir, '.next')
  const codeHash = await hashCode(projectDir, contentDir())
  const build = (more: Record<string, string> = {}) =>
    // The same code gets the same build id, so that pages do not change if nothing else does.
    runNext(projectDir, ['build'], { QUIRE_BUILD_ID: codeHash.slice(0, 20), ...environment, ...more })
  if (platform) return build()

  const kept = await KeptPages.open(projectDir, distDir, codeHash)
  if (kept.size > 0) console.log(`Unchanged: ${kept.size} pages of posts are not rendered again.`)
  let code = await build({ QUIRE_KEPT_PAGES: '.quire/kept-pages.json' })
  if (code === 0 && !kept.fits()) {
    kept.forget()
    code = await build()
  }
  if (code !== 0) return code
  const { pages } = await deliverBuild({ projectDir, distDir })
  await kept.finish(new Set(pages.flatMap(({ route, keptFor }) => (keptFor.length > 0 ? [route] : []))))
  return 0
}

const ADAPTER = fileURLToPath(new URL('adapter.js', import.meta.url))
