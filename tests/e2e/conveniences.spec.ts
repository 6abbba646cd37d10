/** Conveniences for readers, none of which loads anything before it is used. */
import { expect, test } from './test'

test.use({ site: 'languages', viewport: { width: 1280, height: 400 } })

test.beforeEach(async ({ page }) => {
  // Headless browsers have no share sheet.
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (data: ShareData) => {
        document.documentElement.dataset.shared = JSON.stringify(data)
      },
    })
  })
})

test('the link beside a heading copies its URL', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/posts/first-gate')
  await page.getByRole('heading', { name: 'The crank' }).hover()
  await page.getByRole('link', { name: 'Link to this section' }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/posts\/first-gate#the-crank$/)
})

test('a post is shared with the dialog of the operating system', async ({ page }) => {
  await page.goto('/posts/first-gate#the-crank')
  await page.getByRole('button', { name: 'Share' }).click()
  const shared = await page.locator('html').getAttribute('data-shared')
  expect(JSON.parse(shared ?? '{}')).toEqual({
    title: 'The first gate — The Lock',
    url: expect.stringMatching(/\/posts\/first-gate$/),
  })
})

test('the question mark key lists the shortcuts, but not while typing', async ({ page }) => {
  await page.goto('/posts/first-gate')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Ctrl K')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden()
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Search all posts' }).press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden()
})

test('a reloaded page keeps the reader’s scroll position', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 240 })
  await page.goto('/posts/first-gate')
  await page.evaluate(() => scrollTo(0, 200))
  await page.reload()
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(200)
})

test('pages are hyphenated in their language, with space between scripts', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/posts/erstes-tor')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.locator('.prose p').first()).toHaveCSS('hyphens', 'auto')
  await expect(page.locator('body')).toHaveCSS('text-autospace', 'normal')
})
