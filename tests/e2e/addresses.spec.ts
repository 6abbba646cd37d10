import { expect, test } from './test'

/** Old URLs of the three blogs, as their systems wrote them, and the page each redirects to. */
const OLD: [address: string, present: string][] = [
  // Jekyll: the pattern with categories, with the day in the site's time zone and as written; `redirect_from`; a
  // permalink; the base path.
  ['/log/boats/2013/05/05/First.Boat.html', '/posts/first-boat'],
  ['/log/boats/2013/05/06/First.Boat.html', '/posts/first-boat'],
  ['/log/first/', '/posts/first-boat'],
  ['/log/hello.aspx', '/posts/first-boat'],
  ['/log/second/', '/posts/second'],
  // A post that only redirects, and its own old URLs: straight to the target.
  ['/posts/moved', '/posts/second'],
  ['/log/2014/01/01/moved.html', '/posts/second'],
  ['/log/before/moved/', '/posts/second'],
  // Hugo: the pattern of its section, `url`, aliases from the root and from the page.
  ['/2016/03/opening-the-gates/', '/posts/opening'],
  ['/closing-time.html', '/posts/closing'],
  ['/old/opening/', '/posts/opening'],
  ['/earlier/', '/posts/opening'],
  ['/log/earlier/', '/posts/opening'],
  // Feeds.
  ['/feed.xml', '/rss.xml'],
  ['/index.xml', '/rss.xml'],
  ['/feed/', '/rss.xml'],
  ['/rss/', '/rss.xml'],
]

test.use({ site: 'moved' })

test('every old URL, in every spelling, redirects once and permanently to the current page', async ({
  request,
}) => {
  for (const [address, present] of OLD) {
    const bare = address.replace(/\/$|\.html$/, '')
    for (const spelling of [address, bare, `${bare}/`, `${bare}.html`, `${bare}/index.html`]) {
      const answer = await request.get(spelling, { maxRedirects: 0 })
      expect(answer.status(), spelling).toBe(308)
      expect(answer.headers().location, spelling).toBe(present)
    }
    expect((await request.get(present, { maxRedirects: 0 })).status(), present).toBe(200)
  }
})

test('an unknown URL gets the 404 page', async ({ request }) => {
  for (const address of [
    '/log/boats/2013/05/07/First.Boat.html',
    '/nothing',
    '/nothing/at/all/',
    '/posts/nothing.html',
  ]) {
    const answer = await request.get(address)
    expect(answer.status(), address).toBe(404)
    expect(await answer.text(), address).toContain('<h1')
  }
})

test('a post that only redirects is in no list and no feed', async ({ request }) => {
  for (const surface of ['/', '/posts', '/rss.xml', '/sitemap.xml']) {
    expect(await (await request.get(surface)).text(), surface).not.toContain('This one only forwards')
  }
})

test('links by old URL, by name and by file open the current post', async ({ page }) => {
  const targets = async (path: string) => {
    await page.goto(path)
    const hrefs = await page
      .locator('article p a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    return hrefs.filter((href) => href?.startsWith('/posts/'))
  }
  expect(await targets('/posts/first-boat')).toEqual([
    '/posts/second#paint',
    '/posts/second',
    '/posts/second',
  ])
  expect(await targets('/posts/opening')).toContain('/posts/closing')
  expect(await targets('/posts/closing')).toContain('/posts/opening')
  expect(await targets('/posts/tide-table')).toContain('/posts/moon#new-moon')
  expect(await targets('/posts/moon')).toContain('/posts/tide-table')
})

test('pictures are found where the old system found them', async ({ page }) => {
  await page.goto('/posts/first-boat')
  const picture = page.getByRole('img', { name: 'The boat' })
  await expect(picture).toHaveAttribute('width', /\d+/)
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})
