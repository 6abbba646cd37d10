/** Search in a browser: the dialog under the page's own policy, and the page that needs no JavaScript. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { QUERIES } from '../search-queries'
import { expect, test } from './test'

test.use({ site: 'languages' })

test('nothing of search is loaded before it is opened', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto('/posts/first-gate')
  await page.waitForLoadState('networkidle')
  expect(requests.filter((path) => /search|dialog|pagefind/.test(path))).toEqual([])
})

test('the dialog finds text in every writing system under a policy without any `unsafe-` source', async ({
  page,
}) => {
  test.setTimeout(2 * 60_000)
  const violations = await listViolations(page)
  await page.goto('/posts/first-gate')
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy?.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe')
  await page.keyboard.press('/')
  for (const [query, slugs] of QUERIES) {
    const found = await ask(page, query)
    expect(found.map((url) => new URL(url).pathname.slice('/posts/'.length)).sort(), query).toEqual(
      [...slugs].sort(),
    )
  }
  expect(await violations()).toEqual([])
})

test('a result opens its section, and filters narrow the results', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('ControlOrMeta+k')
  const [url] = await ask(page, 'iron')
  expect(url).toContain('/posts/first-gate#the-crank:~:text=iron')
  await ask(page, 'gate')
  await page.getByRole('combobox', { name: 'Any tag' }).selectOption('Gates')
  await expect(page.getByRole('status')).toContainText('1 result')
})

test('the dialog works with the keyboard alone, and the focus returns', async ({ page }) => {
  await page.goto('/posts/first-gate')
  const opener = page.getByRole('link', { name: 'Search' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('combobox', { name: 'Search all posts' })
  await expect(field).toBeFocused()
  await ask(page, 'crank')
  await page.keyboard.press('ArrowDown')
  const active = await field.getAttribute('aria-activedescendant')
  await expect(page.locator(`#${active}`)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(opener).toBeFocused()
  await page.keyboard.press('/')
  await ask(page, 'Kurbel')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/posts\/erstes-tor/)
})

test('the dialog has no accessibility violations and fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  await page.keyboard.press('/')
  await ask(page, 'gate')
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the search page shows results', async ({ page }) => {
    await page.goto('/posts/first-gate')
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('新幹線')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/search\?q=/)
    await expect(page.getByRole('searchbox')).toHaveValue('新幹線')
    await expect(page.locator('main a.u-url')).toHaveText(['雨の日の新幹線'])
    await expect(page.locator('main')).not.toContainText('Quetzal')
  })
})

test('the search page is not indexed by search engines', async ({ request }) => {
  const response = await request.get('/search?q=gate')
  expect(response.headers()['x-robots-tag']).toBe('noindex')
  expect(await response.text()).toContain('Content-Security-Policy')
})

/** Types a query and waits for its results. @returns the URLs of the results */
async function ask(page: Page, query: string): Promise<string[]> {
  const field = page.getByRole('combobox', { name: 'Search all posts' })
  await field.fill(query)
  await expect(page.getByRole('status')).toContainText(`“${query}”`)
  return page
    .locator('a[role=option]')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')))
}

async function listViolations(page: Page): Promise<() => Promise<string[]>> {
  const messages: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy|violates/i.test(message.text())) messages.push(message.text())
  })
  return async () => messages
}
