/** Nothing of an unpublished post appears anywhere. */
import { builtRoutes } from './built-routes'
import { expect, test } from './test'

test.use({ site: 'forms' })

const WORDS = [
  ...['unfinished', 'Unfinished'],
  ...['harbour-in-a-century', 'The harbour in a century', 'tidal words', 'centuries'],
]

test('no route of the published site contains a word of a draft or a scheduled post', async ({ request }) => {
  test.setTimeout(5 * 60_000) // asks for everything
  const routes = builtRoutes('forms')
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
