/** What the browser does between pages in a router's stead. */
import { chromium } from '@playwright/test'
import { findSystemBrowser } from './browser'
import { siteUrl } from './sites'
import { expect, test } from './test'

test.use({ site: 'forms' })

test('the back/forward cache holds every page', async () => {
  test.setTimeout(3 * 60_000) // visits every page of the site
  // Playwright switches this cache off in the browsers it shares.
  const browser = await chromium.launch({
    executablePath: findSystemBrowser(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage({ baseURL: siteUrl('forms') })
    await page.route(
      ({ host }) => host !== new URL(siteUrl('forms')).host,
      (route) => route.abort(),
    )
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.restored = String(persisted)
      })
    })
    const sitemap = await (await page.request.get('/sitemap.xml')).text()
    const paths = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
    expect(paths.length).toBeGreaterThan(8)
    for (const path of [...paths, '/nowhere']) {
      await page.goto(path)
      await page.goto(path === '/' ? '/posts' : '/')
      await page.goBack()
      await expect(page.locator('html'), path).toHaveAttribute('data-restored', 'true')
    }
  } finally {
    await browser.close()
  }
})

test('a link under the pointer is prepared before it is followed', async ({ page, context }) => {
  const prepared: string[] = []
  context.on('request', (request) => {
    if (request.headers()['sec-purpose']?.includes('prefetch')) prepared.push(new URL(request.url()).pathname)
  })
  await page.goto('/posts')
  await page.locator('a[href="/posts/dollars"]').hover()
  await expect.poll(() => prepared).toContain('/posts/dollars')
})
