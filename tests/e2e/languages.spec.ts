/** A blog in several languages: lists and feeds in each, pages that name their language, and pictures to share. */
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { PROJECT } from './copy-project'
import { expect, test } from './test'

test.use({ site: 'languages' })

test('posts are listed in their own language', async ({ page }) => {
  await page.goto('/')
  const titles = await page.locator('main a.u-url').allTextContents()
  expect(titles).toContain('The first gate')
  expect(titles).not.toContain('Das erste Tor')
  await page.locator('main').getByRole('link', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(/\/de$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beiträge')
  await expect(page.locator('header.site-header')).not.toHaveAttribute('lang')
  await expect(page.locator('header.site-header').getByRole('link', { name: 'Beiträge' })).toHaveAttribute(
    'href',
    '/de/posts',
  )
  await expect(page.locator('footer.site-footer').getByRole('link', { name: 'RSS' })).toHaveAttribute(
    'href',
    '/de/rss.xml',
  )
  expect((await page.locator('main a.u-url').allTextContents()).sort()).toEqual([
    'Am Kanal',
    'Das erste Tor',
    'Die Gezeitentafel',
  ])
})

for (const path of ['/de/posts', '/de/tags', '/de/tags/kanal', '/de/archive/2024', '/ar', '/zh/posts']) {
  test(`${path} is a page in its language`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', path.split('/')[1] ?? '')
    await expect(page.locator('html')).toHaveAttribute('dir', path.startsWith('/ar') ? 'rtl' : 'ltr')
    await expect(page.locator('link[rel=alternate][type="application/rss+xml"]').last()).toHaveAttribute(
      'href',
      new RegExp(`^https://languages.example/${path.split('/')[1]}/rss.xml$`),
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
}

test('in a plain blog a translation is a file with the language in its name', async ({ page }) => {
  await page.goto('/posts/tide-table-de')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.locator('a[rel=tag]')).toHaveAttribute('href', '/de/tags/ebbe')
  await expect(page.locator('link[hreflang=en]')).toHaveAttribute(
    'href',
    'https://languages.example/posts/tide-table',
  )
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/posts\/tide-table$/)
})

test('each language has its own feeds', async ({ request }) => {
  const german = await (await request.get('/de/rss.xml')).text()
  expect(german).toContain('<language>de</language>')
  expect(german).toContain('Die Gezeitentafel')
  expect(german).not.toContain('The tide table')
  expect(await (await request.get('/rss.xml')).text()).not.toContain('Die Gezeitentafel')
  expect((await request.get('/de/tags/kanal/feed.json')).headers()['content-type']).toContain(
    'application/feed+json',
  )
  expect((await request.get('/de/tags/never/rss.xml')).status()).toBe(404)
})

test('a post is framed in its language, or in that of the site where its own is not translated', async ({
  page,
}) => {
  await page.goto('/posts/harbor-ar')
  await expect(page.locator('header.site-header nav a').first()).toHaveAttribute('href', '/ar/posts')
  await expect(page.locator('a.skip')).toHaveText('انتقل إلى المحتوى')
  await page.goto('/posts/canal-th')
  await expect(page.locator('html')).toHaveAttribute('lang', 'th')
  await expect(page.locator('header.site-header')).toHaveAttribute('lang', 'en')
  await expect(page.locator('header.site-header').getByRole('link', { name: 'Posts' })).toHaveAttribute(
    'href',
    '/th/posts',
  )
})

for (const feed of ['/rss.xml', '/de/atom.xml', '/api/comments'])
  test(`${feed} opened in a browser is styled`, async ({ page }) => {
    await page.goto(feed)
    await expect(page.locator('channel > title, feed > title')).toHaveCSS('font-size', '33.44px')
    await expect(page.locator('generator')).toHaveCSS('display', 'none')
  })

test('the share image of a post may be cached forever', async ({ page, request }) => {
  await page.goto('/posts/shinkansen')
  const url = await page.locator('meta[property="og:image"]').getAttribute('content')
  const { pathname } = new URL(url ?? '')
  expect(pathname).toMatch(/^\/og\/posts\/shinkansen\/[0-9a-f]{16}\.png$/)
  await expect(page.locator('meta[property="og:image:alt"]')).toHaveAttribute(
    'content',
    '雨の日の新幹線 — The Lock',
  )
  const response = await request.get(pathname)
  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, s-maxage=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const image = await response.body()
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630])
  expect((await (await request.get(pathname)).body()).equals(image)).toBe(true)
  for (const forged of [
    pathname.replace(/.(?=\.png$)/, 'z'),
    pathname.replace('shinkansen', 'secret'),
    pathname.replace('shinkansen', 'tokyo'),
    '/og/site/0000000000000000.png',
  ])
    expect((await request.get(forged)).status(), forged).toBe(404)
})

test('the function that draws share images contains only the fonts of this site, below 15 MB', () => {
  const dist = join(PROJECT, '.e2e', 'languages', '.next')
  const trace = join(dist, 'server', 'app', 'og', '[...path]', 'route.js.nft.json')
  const { files }: { files: string[] } = JSON.parse(readFileSync(trace, 'utf8'))
  const fonts = files.filter((file) => file.endsWith('.woff2'))
  expect(fonts.some((file) => file.includes('noto-serif-jp'))).toBe(true)
  expect(fonts.some((file) => file.includes('italic'))).toBe(false)
  const bytes = files.reduce((sum, file) => sum + statSync(resolve(trace, '..', file)).size, 0)
  expect(bytes).toBeLessThan(15_000_000)
})
