import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNext } from '../build/next'
import { deliverBuild } from './deliver-build'

/**
 * `next build`, then delivery. Where a platform has Next run an adapter (`NEXT_ADAPTER_PATH`: Vercel with adapters
 * on), that adapter copies the pages inside `next build`: ours goes before it and delivers at that moment. Without one
 * there must be none: it would move the output to where `next start` and Vercel's classic builder do not look.
 *
 * @param projectDir absolute path of the folder that holds package.json
 * @returns the exit code of `next build`
 * @throws as `deliver` does
 */
export async function buildNext(projectDir: string): Promise<number> {
  const platform = process.env.NEXT_ADAPTER_PATH
  const environment = platform ? { NEXT_ADAPTER_PATH: ADAPTER, PLATFORM_ADAPTER_PATH: platform } : {}
  const code = await runNext(projectDir, ['build'], environment)
  if (code === 0 && !platform) await deliverBuild({ projectDir, distDir: path.join(projectDir, '.next') })
  return code
}

const ADAPTER = fileURLToPath(new URL('adapter.js', import.meta.url))
