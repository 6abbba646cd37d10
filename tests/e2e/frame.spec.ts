/** Everything around the posts: lists, tags, pages, feed and the 404 page. */
import { expect, test } from './test'

test.use({ site: 'forms', allowedHosts: ['pictures.example'] })

/** Every post of the site that has a date, the newest first. */
const DATED = [
  'half-past-one',
  'guests-at-the-lock',
  'the-lighthouse-year',
  'überflut',
  'lanterns',
  'a-week-at-the-lock',
  'dollars',
].map((slug) => `/posts/${encodeURIComponent(slug)}`)

test('the home page introduces the author and lists the latest posts', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle(/The harbour log/)
  await expect(page.getByRole('main').locator('em').first()).toHaveText('at the harbour')
  await expect(page.getByRole('main').getByRole('link', { name: /Half past one/ })).toBeVisible()
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    /^https:\/\/harbour\.example\/?$/,
  )
  await expect(page.locator('link[type="application/rss+xml"]')).toHaveAttribute('href', /\/rss\.xml$/)
})

test('the list of posts is grouped by year, newest first', async ({ page }) => {
  await page.goto('/posts')
  const hrefs = await page
    .getByRole('main')
    .locator('a[href^="/posts/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs).toEqual([...DATED, '/posts/timeless'])
  await expect(page.getByRole('heading', { name: '2022', exact: true })).toHaveCount(1)
})

test('a tag links to its posts', async ({ page }) => {
  await page.goto('/tags')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Night watch/ })
    .click()
  await expect(page).toHaveURL(/\/tags\/night-watch$/)
  await expect(page.getByRole('main').locator('a[href^="/posts/"]')).toHaveCount(2)
})

test('the navigation links to the author’s page', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'About' }).first().click()
  await expect(page).toHaveURL(/\/about$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the harbour')
  await expect(page.getByRole('main').locator('strong')).toHaveText('one lighthouse')
})

test('previous and next link from post to post', async ({ page }) => {
  await page.goto('/posts/lanterns')
  await page.locator('a[rel="prev"], a[rel="next"]').filter({ hasText: 'A week at the lock' }).click()
  await expect(page).toHaveURL(/\/posts\/a-week-at-the-lock$/)
})

test('an unknown URL gets a 404 page with suggestions', async ({ page }) => {
  const response = await page.goto('/posts/a-weak-at-the-lock')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').locator('a[href^="/posts"]').first()).toBeVisible()
})

test('the feed holds the full text of every dated post, with absolute URLs', async ({ request }) => {
  const response = await request.get('/rss.xml')
  expect(response.headers()['content-type']).toContain('xml')
  const feed = await response.text()
  const links = [...feed.matchAll(/<item>[\s\S]*?<link>(.*?)<\/link>/g)].map(([, link]) => link)
  expect(links).toEqual(DATED.map((path) => `https://harbour.example${path}`))
  expect(feed).toContain('Low water')
  // Before it, the style sheet is named by its path: a preview has another host.
  expect(feed.slice(feed.indexOf('<channel'))).not.toMatch(/(href|src)="\//)
})

test('sitemap.xml and robots.txt use the URL of the published site', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain('<loc>https://harbour.example/posts/lanterns</loc>')
  expect(sitemap).toContain('<loc>https://harbour.example/about</loc>')
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain('Sitemap: https://harbour.example/sitemap.xml')
})
