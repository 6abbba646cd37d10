import type { APIRequestContext, Page } from '@playwright/test'
import type { SiteName } from './sites'
import { expect, test } from './test'

const sites: { site: SiteName; allowedHosts: string[] }[] = [
  { site: 'default', allowedHosts: [] },
  { site: 'forms', allowedHosts: ['pictures.example'] },
]

for (const { site, allowedHosts } of sites) {
  test.describe(site, () => {
    test.use({ site, allowedHosts })

    test('every link, picture and anchor of every page works, and no page contacts another host', async ({
      page,
      request,
    }) => {
      test.setTimeout(5 * 60_000) // visits every page of the site
      const visited = await crawl(page, request)
      expect(visited.size).toBeGreaterThan(8)
    })
  })
}

/** Follows every link within the site from the home page. Returns the ids of each page by its path. */
async function crawl(page: Page, request: APIRequestContext): Promise<Map<string, string[]>> {
  const visited = new Map<string, string[]>()
  const checked = new Set<string>()
  const anchors: { from: string; path: string; id: string }[] = []
  const waiting = ['/']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (visited.has(path)) continue
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(200)
    visited.set(path, await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id)))
    for (const url of await ownAddresses(page)) {
      const isPage = !/\.\w+$/.test(url.pathname) && !url.pathname.startsWith('/_next/')
      if (isPage) waiting.push(url.pathname)
      if (isPage && url.hash)
        anchors.push({ from: path, path: url.pathname, id: decodeURIComponent(url.hash.slice(1)) })
      const file = url.pathname + url.search
      if (isPage || checked.has(file)) continue
      checked.add(file)
      expect((await request.get(file)).status(), `${file}, named on ${path}`).toBe(200)
    }
  }
  for (const { from, path, id } of anchors)
    expect(visited.get(path), `#${id} of ${path}, named on ${from}`).toContain(id)
  return visited
}

/** The URLs on the site itself that a page links to or shows. */
async function ownAddresses(page: Page): Promise<URL[]> {
  const addresses = await page
    .locator('a[href], link[href], img[src], script[src]')
    .evaluateAll((all) =>
      all.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
    )
  const base = new URL(page.url())
  return addresses.map((address) => new URL(address, base)).filter((url) => url.host === base.host)
}
