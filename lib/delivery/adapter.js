// @ts-check
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { tsImport } from 'tsx/esm/api'

/**
 * The adapter that wraps the platform's adapter (`lib/delivery/build-next.ts` sets it): pages are delivered inside
 * `next build`, before the platform copies them. Plain JavaScript, since Next imports it directly; the work
 * itself is written in TypeScript.
 *
 * @type {import('next').NextAdapter}
 */
const adapter = {
  name: 'quire',
  async modifyConfig(config, context) {
    return (await platformAdapter()).modifyConfig?.(config, context) ?? config
  },
  async onBuildComplete(context) {
    const { deliverBuild } = await tsImport('./deliver-build.ts', import.meta.url)
    await deliverBuild({ projectDir: context.projectDir, distDir: context.distDir })
    await (await platformAdapter()).onBuildComplete?.(context)
  },
}

export default adapter

/** @returns {Promise<import('next').NextAdapter>} */
async function platformAdapter() {
  const name = process.env.PLATFORM_ADAPTER_PATH
  if (!name)
    throw new Error('PLATFORM_ADAPTER_PATH is not the path of an adapter: lib/delivery/build-next.ts sets it')
  // Resolved relative to Next, so that a package name works too.
  const require = createRequire(createRequire(import.meta.url).resolve('next/package.json'))
  const module = await import(pathToFileURL(require.resolve(name)).href)
  return module.default?.default ?? module.default ?? module
}
