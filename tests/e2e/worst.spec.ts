/** Texts that try to break the page: `tests/sites/worst`. */
import { PostPage } from './pages/post-page'
import { expect, test } from './test'

test.use({ site: 'worst', allowedHosts: [] })

for (const path of [
  '/',
  '/posts',
  '/tags',
  '/posts/worst',
  '/posts/everything',
  '/posts/right-to-left',
  '/about',
]) {
  for (const width of [320, 768, 1280]) {
    test(`nothing on ${path} is wider than a window of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(path)
      const room = await page.evaluate(() => document.documentElement.clientWidth)
      const wide = await page.evaluate((room) => {
        const scrolls = (element: Element) =>
          !['visible', 'clip'].includes(getComputedStyle(element).overflowX)
        const isInside = (element: Element | null): boolean =>
          element !== null && (scrolls(element) || isInside(element.parentElement))
        return [...document.body.querySelectorAll('*')]
          .filter(
            (element) => element.getBoundingClientRect().right > room + 1 && !isInside(element.parentElement),
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 100))
      }, room)
      expect(wide).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(room)
    })
  }
}

test('wide content scrolls inside its box, by keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/posts/worst')
  const table = page.locator('.table').first()
  await table.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('the table of contents is beside the text in a wide window, and collapsed above it in a narrow one', async ({
  page,
}) => {
  const post = new PostPage(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await post.open('everything')
  const first = post.contents.getByRole('link').first()
  await expect(first).toBeVisible()
  const text = await post.article.locator('.prose').boundingBox()
  expect((await first.boundingBox())?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))

  await page.setViewportSize({ width: 768, height: 800 })
  await expect(first).toBeHidden()
  await post.contents.getByText('On this page').click()
  await expect(first).toBeVisible()
})

test('notes are beside the line that mentions them, one below the other', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  const post = new PostPage(page)
  await post.open('everything')
  const [first, second] = await post.article
    .locator('.footnotes li')
    .evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().toJSON()))
  const mention = await post.article.locator('[data-footnote-ref]').first().boundingBox()
  const text = await post.article.locator('.prose').boundingBox()
  expect(Math.abs(first.top - (mention?.y ?? 0))).toBeLessThan(20)
  expect(first.right).toBeLessThan(text?.x ?? 0)
  expect(second.top).toBeGreaterThanOrEqual(first.bottom)
})

test('a right-to-left post has its direction, and so has what is around it in its language', async ({
  page,
}) => {
  const post = new PostPage(page)
  await post.open('right-to-left')
  await expect(post.article).toHaveAttribute('lang', 'ar')
  await expect(post.article).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('banner')).toHaveCSS('direction', 'rtl')
  // Interface strings of a post are in its language.
  await expect(post.date).toHaveCSS('direction', 'rtl')
})

test('a picture has its size before it loads, and opens in a dialog', async ({ page }) => {
  const post = new PostPage(page)
  await post.open('worst')
  const picture = post.article.getByRole('button', { name: 'A wide picture of a gradient' })
  await expect(picture.locator('img')).toHaveAttribute('width', '1600')
  await picture.click()
  const large = page.getByRole('dialog', { name: /enlarged/ })
  await expect(large).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
})

test('a picture made for one theme is shown in that theme only', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const post = new PostPage(page)
  await post.open('worst')
  await expect(post.article.getByRole('img', { name: 'For the dark theme' })).toBeVisible()
  await expect(post.article.getByRole('img', { name: 'For the light theme' })).toBeHidden()
})

test('print hides the layout, opens collapsed parts and shows the URLs of links', async ({ page }) => {
  const post = new PostPage(page)
  await post.open('everything')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(post.contents).toBeHidden()
  await expect(post.article.getByText('Something that most readers do not need.')).toBeVisible()
  await expect(post.article.getByText('https://worst.example/posts/everything')).toBeVisible()
  const target = await post.article
    .locator('.prose a[href^="http"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(target).toContain('https://example.com/')
})
