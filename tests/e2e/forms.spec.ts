import { PostPage } from './pages/post-page'
import { expect, test } from './test'

test.use({ site: 'forms', allowedHosts: ['pictures.example'] })

test.describe('a post with plain front matter', () => {
  test('shows title, date, introduction, contents and minutes', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('a-week-at-the-lock')

    await expect(page).toHaveTitle(/A week at the lock - Notes of a keeper/)
    await expect(post.title).toHaveText('A week at the lock - Notes of a keeper')
    await expect(post.date).toHaveAttribute('datetime', '2021-11-02')
    await expect(post.minutes).toHaveText(/^1 min/)
    expect(await post.meta('description')).toBe(
      'Seven days of opening and closing a gate, and what they teach about queues.',
    )
    await expect(post.contents.first().getByRole('link')).toHaveText([
      'tl;dr',
      'Counting',
      'Tools',
      'Closing',
    ])
  })

  test('keeps no-break spaces, quotes, wide list items and links to videos as they are', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('a-week-at-the-lock')

    const html = await post.text.innerHTML()
    expect(html).toMatch(/groups(\u00a0|&nbsp;)–/)
    await expect(post.text.locator('ol > li')).toHaveText(['Count first', 'Open\u00a0second', /^Close only/])
    await expect(post.text.locator('em')).toHaveText('It’s your gate today, open it when you are ready!')
    const video = post.text.getByRole('link', { name: 'here', exact: true })
    await expect(video).toHaveAttribute('href', 'https://youtu.be/aaaaaaaaaaa?feature=shared')
  })

  test('distinguishes prices from formulas', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('a-week-at-the-lock')
    await expect(post.text.locator('.katex')).toHaveCount(1)
    await expect(post.text.getByText('A ticket costs $5 and a yearly pass $10')).toBeVisible()
  })

  test('shows every dollar sign as text if math is off', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('dollars')
    await expect(post.text.locator('.katex')).toHaveCount(0)
    await expect(post.text.getByText('From $x$ to $y$ nothing')).toBeVisible()
  })
})

test.describe('dates', () => {
  test('keep the written day for +05:30', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('half-past-one')
    await expect(post.date).toHaveAttribute('datetime', '2025-10-30T01:03:04+05:30')
    await expect(post.date).toContainText('30')
  })

  test('may be missing: the post is listed last, without a date', async ({ page }) => {
    await page.goto('/posts')
    await expect(page.getByRole('main').locator('a[href^="/posts/"]').last()).toHaveAttribute(
      'href',
      '/posts/timeless',
    )
    const post = new PostPage(page)
    await post.open('timeless')
    await expect(post.article.locator('header time')).toHaveCount(0)
  })
})

test('numbers headings and their entries in the table of contents alike', async ({ page }) => {
  const post = new PostPage(page)
  await post.open('half-past-one')
  const numbers = ['1', '1.1', '1.2', '2', '2.1']
  await expect(post.text.locator('h2 .number, h3 .number')).toHaveText(numbers)
  const entries = await post.contents.first().getByRole('link').allInnerTexts()
  expect(entries.map((entry) => entry.trim().split(/\s/)[0])).toEqual(numbers)
})

test('links from an entry of the table of contents to its section', async ({ page }) => {
  const post = new PostPage(page)
  await post.open('half-past-one')
  await post.contents
    .first()
    .getByRole('link', { name: /High water/ })
    .click()
  await expect(page).toHaveURL(/#high-water$/)
  await expect(post.text.getByRole('heading', { name: /High water/ })).toBeInViewport()
})

test.describe('the table of contents of a post', () => {
  test('is beside the text in a wide window', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    const post = new PostPage(page)
    await post.open('half-past-one')
    const contents = await post.contents.boundingBox()
    const text = await post.text.boundingBox()
    expect(contents?.x).toBeGreaterThan((text?.x ?? Number.NaN) + (text?.width ?? Number.NaN) - 1)
  })

  test('is collapsed below the title in a narrow one', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    const post = new PostPage(page)
    await post.open('half-past-one')
    const entries = page.locator('details').getByRole('link', { name: /Low water|High water/ })
    await expect(entries.first()).toBeHidden()
    await page.locator('details > summary', { hasText: 'On this page' }).click()
    await expect(entries).toHaveCount(2)
    await expect(entries.first()).toBeVisible()
  })
})

test.describe('a post with every element', () => {
  test('shows a picture of its bundle from our own site, with its size', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('lanterns')
    const picture = post.text.getByRole('img', { name: 'A lantern' }).first()
    await expect(picture).toHaveAttribute('width', '480')
    await expect(picture).toHaveAttribute('height', '300')
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    expect(await post.meta('og:image')).toMatch(/^https:\/\/harbour\.example\/.+\.png$/)
  })

  test('shows code, callout, table, tasks, formulas and footnotes', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('lanterns')
    await expect(post.text.locator('figure.code figcaption')).toHaveText('tide.ts')
    await expect(post.text.locator('figure.code [data-highlighted]')).toHaveAttribute('data-line', '2')
    await expect(post.text.locator('aside.callout[data-kind="note"]')).toContainText(
      'A callout contains a note.',
    )
    await expect(post.text.getByRole('cell')).toHaveText(['3', 'low', '9', 'high'])
    await expect(post.text.getByRole('checkbox')).toHaveCount(2)
    await expect(post.text.locator('.katex')).toHaveCount(2)
    await expect(post.text.locator('del')).toHaveText('Nobody')
    await expect(post.text.getByRole('link', { name: 'https://harbour.example/who' })).toBeVisible()
    await expect(post.text.getByText('As long as the moon does.').first()).toBeAttached()
  })
})

test.describe('drafts', () => {
  test('appear nowhere', async ({ page, request }) => {
    for (const path of ['/', '/posts', '/tags', '/rss.xml', '/sitemap.xml']) {
      const body = await (await request.get(path)).text()
      expect(body, path).not.toContain('unfinished')
      expect(body, path).not.toContain('Secret')
    }
    expect((await request.get('/tags/secret')).status()).toBe(404)
    expect((await page.goto('/posts/unfinished'))?.status()).toBe(404)
  })
})
