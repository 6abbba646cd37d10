/** Nothing of an unpublished post appears anywhere. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './copy-project'
import { expect, test } from './test'

test.use({ site: 'forms' })

const WORDS = [
  ...['unfinished', 'Unfinished'],
  ...['harbour-in-a-century', 'The harbour in a century', 'tidal words', 'centuries'],
]

test('no route of the published site contains a word of a draft or a scheduled post', async ({ request }) => {
  test.setTimeout(5 * 60_000) // asks for everything
  const routes = builtRoutes(join(PROJECT, '.e2e', 'forms', '.next'))
  expect(routes).toContain('/posts/half-past-one')
  expect(routes).toContain('/rss.xml')
  for (const route of routes) {
    for (const address of [route, `${route === '/' ? '/index' : route}.rsc`]) {
      const body = await (await request.get(address, { maxRedirects: 0 })).text()
      for (const words of WORDS) expect(body.includes(words), `"${words}" at ${address}`).toBe(false)
    }
  }
})

for (const path of ['/posts/unfinished', '/posts/harbour-in-a-century', '/tags/centuries']) {
  test(`${path} is not found`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404)
  })
}

/** Every URL of the build: what it prerendered, and its routes without a variable part. */
function builtRoutes(distDir: string): string[] {
  const prerendered: { routes: Record<string, unknown> } = readJson(join(distDir, 'prerender-manifest.json'))
  const routes: Record<string, string> = readJson(join(distDir, 'app-path-routes-manifest.json'))
  const all = [...Object.keys(prerendered.routes), ...Object.values(routes)]
  return [...new Set(all)].filter((route) => !route.includes('[')).sort()
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
