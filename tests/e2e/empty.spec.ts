import { expect, test } from './test'

test.use({ site: 'empty' })

test('a blog without posts explains how to write the first', async ({ page }) => {
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('main')).toContainText('npm run new')
})

test('its lists and feeds respond', async ({ request }) => {
  for (const path of ['/posts', '/tags', '/rss.xml', '/sitemap.xml', '/robots.txt']) {
    expect((await request.get(path)).status(), path).toBe(200)
  }
})
