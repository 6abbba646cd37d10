import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { responseHeaders } from './lib/delivery/headers.js'
import { isPreview } from './lib/environment.js'
import { enabledResponses } from './lib/responses/enabled.js'

/**
 * The folder whose `node_modules` holds Next. Named, since a lockfile further up would make Next take that folder; found,
 * since a site below the project (as the browser tests build them) shares its dependencies.
 */
const root = path.resolve(createRequire(import.meta.url).resolve('next/package.json'), '../../..')

const responses = enabledResponses()
const isDev = process.env.NODE_ENV === 'development'

/** Only the font files that this site's titles need: all of them weigh more than the rest of a function. */
const shareFonts = existsSync('.quire/share-fonts.json')
  ? JSON.parse(readFileSync('.quire/share-fonts.json', 'utf8'))
  : []

const replaceModule = path.join(import.meta.dirname, 'lib/delivery/replace-module.cjs')

/**
 * Instead of Next's module that cuts every page into parts, so that its router can prefetch them: seven files per page and
 * twice its bytes, for a runtime that pages do not have. They took a quarter of the time of rendering pages. Where an
 * author's component keeps the runtime, its router loads the whole page instead. Next has no setting for it; if another
 * version needs other functions, the build fails.
 * @see next/dist/server/app-render/collect-segment-data.js
 */
const noParts = `
export const collectSegmentData = async () => undefined
export const collectPrefetchHints = async () => null
`

/** @type {import('next').NextConfig} */
export default {
  // Next serves its own scripts in `dev` to localhost only; many open this address.
  allowedDevOrigins: ['127.0.0.1'],
  turbopack: {
    root,
    rules: {
      '**/app-render/collect-segment-data.js': {
        loaders: [{ loader: replaceModule, options: { code: noParts } }],
      },
    },
  },
  outputFileTracingRoot: root,
  // Texts are read when a page is rendered, and all pages of texts are rendered by the build: a deployed function needs
  // nothing but the index.
  outputFileTracingExcludes: {
    '/**': [
      '.quire/content/**',
      '.quire/snapshots/**',
      '.quire/kept-comments/**',
      '.quire/replaced-*/**',
      '.contentlayer/**',
      'content/**',
    ],
  },
  outputFileTracingIncludes: {
    '/**': [...['.quire/index.json', '.quire/enhancement.json', '.quire/build.json'], 'app/styles/theme.css'],
    '/og/*': shareFonts,
    '/api/search': ['.quire/search/**', '.quire/search-folder.json', '.next/server/app/search.html'],
  },
  // `npm test` checks types; doing it again in every build costs seconds and finds nothing new.
  typescript: { ignoreBuildErrors: true },
  // The build names itself by its code (lib/delivery/build-next.ts); by chance where Next is started alone.
  generateBuildId: async () => process.env.QUIRE_BUILD_ID ?? null,
  // Next leaves a core to itself, which on a machine with two leaves one: pages are then rendered in half the time.
  experimental: {
    cpus: Math.min(availableParallelism(), Math.max(2, availableParallelism() - 1)),
    // Decides by their compressed size which parts of a page to prefetch together, for a runtime that pages do not have.
    prefetchInlining: false,
    // `not-found.tsx` would be a part of every page: 8 KB more for the runtime, and a quarter of the time of rendering it.
    globalNotFound: true,
  },
  // Pages come from the disk, which the system caches: ten times the memory made no page faster, and after ten thousand pages
  // the server had 100 MB more.
  cacheMaxMemorySize: 5_000_000,
  poweredByHeader: false,
  reactStrictMode: true,
  // The text is 660 px wide, a wide picture 800: these are enough for both, on screens of twice the density too.
  // Names of pictures hold a hash of their content, so what was made of one stays right.
  images: { deviceSizes: [480, 800, 1200, 1600], minimumCacheTTL: 31_536_000 },
  // Next's own redirect of `/old/` to `/old` would come before ours of `/old`: two hops instead of one. Without it both
  // spellings are answered alike, and pages name their canonical address.
  skipTrailingSlashRedirect: true,
  // After files and pages: other spellings of an address are the address (app/[...path]/route.ts).
  rewrites: async () => ({
    // The search page itself is prerendered; with a question it is answered by a function.
    beforeFiles: [
      // Files that the build has written (lib/build/machine-texts).
      {
        source: '/posts/:slug([^/]+)\\.md',
        destination: isDev ? '/api/markdown/:slug' : '/_quire/markdown/:slug.md',
      },
      ...['q', 'near'].map((key) => ({
        source: '/search',
        has: [{ type: 'query', key }],
        destination: '/api/search',
      })),
    ],
    afterFiles: [
      { source: '/:path*/index.html', destination: '/:path*' },
      { source: '/:path(.+)\\.html', destination: '/:path' },
    ],
  }),
  // A route in `route.responses.ts` exists only where site.yaml switches responses on, one in `route.dev.ts` only in `dev`.
  pageExtensions: ['tsx', 'ts', ...(responses ? ['responses.ts'] : []), ...(isDev ? ['dev.ts'] : [])],
  // Native code that no bundler can take in.
  serverExternalPackages: ['@libsql/client', 'libsql', '@takumi-rs/core'],
  headers: async () => responseHeaders({ isPreview: isPreview(process.env), responses }),
}
