import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './copy-project'
import type { SiteName } from './sites'

/** Every URL of a built site: what it prerendered, and its routes without a variable part. */
export function builtRoutes(site: SiteName): string[] {
  const distDir = join(PROJECT, '.e2e', site, '.next')
  const prerendered: { routes: Record<string, unknown> } = readJson(join(distDir, 'prerender-manifest.json'))
  const routes: Record<string, string> = readJson(join(distDir, 'app-path-routes-manifest.json'))
  const all = [...Object.keys(prerendered.routes), ...Object.values(routes)]
  return [...new Set(all)].filter((route) => !route.includes('[')).sort()
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
