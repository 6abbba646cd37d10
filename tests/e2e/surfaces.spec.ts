/**
 * Requests everything that a build serves, from its own list of routes: nothing contains a draft or a scheduled post.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PROJECT } from './copy-project'
import { expect, test } from './test'

test.use({ site: 'languages' })

const SITE = join(PROJECT, '.e2e', 'languages')

/** Words of tests/sites/languages that are only in a draft or a scheduled post. */
const SECRETS = /zanzibar|quetzal|undisclosed|\/posts\/(?:secret|later)/i

/** Every route that a function answers, with a request that would show a secret. A new one is added here. */
const ON_REQUEST: Record<string, string[]> = {
  '/api/search': [
    '/search?q=zanzibar',
    '/search?q=crank',
    '/search?near=/posts/secret',
    '/search?near=/posts/later',
  ],
  '/api/publish': ['/api/publish'],
  '/api/refused': ['/%ff', '/posts/%ff'],
  // The names of real pictures are in pages; unpublished ones are requested by name below.
  '/og/[...path]': ['/og/posts/secret/0123456789abcdef.png', '/og/posts/later/0123456789abcdef.png'],
}

test('every prerendered route', async ({ request }) => {
  test.setTimeout(5 * 60_000) // asks for everything
  const { routes }: { routes: Record<string, unknown> } = readJson('prerender-manifest.json')
  const paths = Object.keys(routes)
  for (const surface of [
    '/posts/first-gate',
    '/tags/cpp',
    '/tags/cpp/rss.xml',
    '/archive/2024',
    '/search.json',
    '/llms.txt',
    '/sitemap.xml',
  ])
    expect(paths).toContain(surface)
  for (const path of paths) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(await response.text(), path).not.toMatch(SECRETS)
    expect(response.headers().location ?? '', path).not.toMatch(SECRETS)
  }
})

test('every route that is answered on request', async ({ request }) => {
  const {
    routes,
    dynamicRoutes,
  }: Record<string, Record<string, unknown>> = readJson('prerender-manifest.json')
  const all: Record<string, string> = readJson('app-path-routes-manifest.json')
  const onRequest = Object.values(all).filter(
    (route) => !(route in (routes ?? {})) && !(route in (dynamicRoutes ?? {})) && !OF_RESPONSES.test(route),
  )
  expect(onRequest.filter((route) => !(route in ON_REQUEST) && !OF_NEXT.has(route))).toEqual([])
  for (const path of Object.values(ON_REQUEST).flat()) {
    const text = await (await request.get(path)).text()
    // The query is repeated in its field and in the response.
    expect(text.replaceAll(/“zanzibar”|value="zanzibar"/gi, ''), path).not.toMatch(SECRETS)
  }
})

test('a post as Markdown is served at its URL', async ({ request }) => {
  const response = await request.get('/posts/first-gate.md')
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toMatch(/^text\/markdown; charset=utf-8$/i)
  expect(response.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
})

test('files for programs', () => {
  const folder = join(SITE, 'public', '_quire', 'markdown')
  const names = readdirSync(folder)
  expect(names).toContain('first-gate.md')
  for (const name of names) expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(SECRETS)
})

test('the search index', () => {
  const folder = join(SITE, 'public', '_quire')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.pf_\w+$/.test(name),
  )
  expect(files.length).toBeGreaterThan(5)
  for (const name of files)
    expect(gunzipSync(readFileSync(join(folder, name))).toString('latin1'), name).not.toMatch(SECRETS)
})

for (const path of [
  '/posts/secret',
  '/posts/secret.md',
  '/posts/later.md',
  '/tags/undisclosed-tag',
  '/tags/undisclosed-tag/rss.xml',
  '/series/undisclosed-series',
  '/old-quetzal',
  '/archive/9999',
]) {
  test(`${path} is not found`, async ({ request }) => {
    expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(404)
  })
}

/** They exist only with responses, and have their own tests. */
const OF_RESPONSES =
  /^\/(?:api\/(?:likes|responses|comments|privacy|webmention|subscribe|views|admin)|admin)(?:\/|$)/
const OF_NEXT = new Set(['/_not-found', '/_global-error'])

function readJson(name: string) {
  return JSON.parse(readFileSync(join(SITE, '.next', name), 'utf8'))
}
