/** Navigation by the browser, without a router. */
import { chromium } from '@playwright/test'
import { findSystemBrowser } from './browser'
import { siteUrl } from './sites'
import { expect, test } from './test'

test.use({ site: 'forms' })

// Not the 404 page: Chromium only keeps responses with status 200.
test('every page is restored from the back/forward cache', async () => {
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
    for (const path of paths) {
      await page.goto(path)
      await page.goto(path === '/' ? '/posts' : '/')
      // `goBack` waits for a load, and a page from the cache is not loaded.
      await page.evaluate(() => history.back())
      await page.waitForURL((url) => url.pathname === path, { waitUntil: 'commit' })
      await expect(page.locator('html'), path).toHaveAttribute('data-restored', 'true')
    }
  } finally {
    await browser.close()
  }
})

test('a link under the pointer is prefetched before the click', async ({ page, context }) => {
  const prepared: string[] = []
  const devtools = await context.newCDPSession(page)
  devtools.on('Preload.prefetchStatusUpdated', ({ key, status }) => {
    if (status === 'Ready') prepared.push(new URL(key.url).pathname)
  })
  await devtools.send('Preload.enable')
  await page.goto('/posts')
  await page.locator('main a[href="/posts/dollars"]').hover()
  // A browser under automation fetches the page only; others render it too.
  await expect.poll(() => prepared).toContain('/posts/dollars')
})

test('URLs that change something or answer a query are never prerendered', async ({ page, context }) => {
  const sources: string[] = []
  const devtools = await context.newCDPSession(page)
  devtools.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
    sources.push(...preloadingAttemptSources.map(({ key }) => new URL(key.url).pathname))
  })
  await devtools.send('Preload.enable')
  await page.goto('/posts')
  await page.evaluate(() => {
    const paths = [
      '/api/likes',
      '/api/comments/a?edit=b',
      '/admin',
      '/admin?link=a',
      '/search',
      '/search?q=a',
    ]
    for (const path of [...paths, '/rss.xml', '/tags']) {
      const link = document.createElement('a')
      link.href = path
      link.textContent = path
      document.querySelector('main')?.append(link)
    }
  })
  // The last link is an ordinary page: once the browser has prefetched it, it has considered all of them.
  await expect.poll(() => sources).toContain('/tags')
  expect(sources.filter((path) => /^\/(?:api|admin|search|rss)/.test(path))).toEqual([])
})

test('a mistyped URL suggests the intended post', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 })
  await page.goto('/posts/a-weak-at-the-lock')
  const suggestion = page.locator('[data-nearest]').getByRole('link', { name: /A week at the lock/ })
  await expect(page.getByRole('heading', { name: 'Did you mean one of these?' })).toBeInViewport()
  await expect(suggestion.first()).toBeInViewport()
  await suggestion.first().click()
  await expect(page).toHaveURL(/\/posts\/a-week-at-the-lock$/)
})
