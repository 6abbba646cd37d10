import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ownValue } from '../model/records'

/**
 * The HTML files of a finished build that do not change until the next build. A page that Next renders again
 * later (`revalidate`), or finishes on request, is not included: Next would overwrite our changes.
 *
 * Files are in `server/app` and `server/pages`; with an adapter, in `server/route-cache/APP_PAGE/<hash>/$`.
 * `pages/404.html` and `pages/500.html` are Next's copies of `_not-found` and `_global-error`.
 *
 * @param distDir absolute path of `.next`
 * @returns sorted by route
 * @throws if there is no prerender manifest, or one of an unknown format
 */
export async function findPageFiles(distDir: string): Promise<PageFile[]> {
  const manifestFile = path.join(distDir, 'prerender-manifest.json')
  const { routes } = prerenderManifest.parse(JSON.parse(await readFile(manifestFile, 'utf8')))
  const server = path.join(distDir, 'server')
  const files = await readdir(server, { recursive: true })
  return files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ route: routeOf(file), file: path.join(server, file) }))
    .filter(({ route }) => {
      const entry = ownValue(routes, ownValue(COPIES, route) ?? route)
      return entry?.compute === 'static' && entry.initialRevalidateSeconds === false
    })
    .sort((a, b) => (a.route < b.route ? -1 : 1))
}

function routeOf(file: string): string {
  const name = file.replace(/^(?:app|pages|route-cache\/APP_PAGE\/[^/]+\/\$)\//, '').replace(/\.html$/, '')
  return `/${name.replace(/^index(?:$|(?=\/index))\/?/, '')}`
}

const COPIES: Record<string, string> = { '/404': '/_not-found', '/500': '/_global-error' }

const prerenderManifest = z.object({
  routes: z.record(
    z.string(),
    z.object({
      compute: z.string().optional(),
      initialRevalidateSeconds: z.union([z.number(), z.literal(false)]),
    }),
  ),
})

export interface PageFile {
  /** `/posts/a`; `/_not-found` and its copy `/404` are two routes. */
  route: string
  /** Absolute. */
  file: string
}
