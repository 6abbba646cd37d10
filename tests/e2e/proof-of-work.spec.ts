/** Comments that require a small computation by the browser, and the privacy page. */
import type { Page } from '@playwright/test'
import { expect, test } from './test'

const OWN_PAGE = '/api/responses/first-gate'

test.use({
  site: 'languages',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
})
test.describe.configure({ mode: 'serial' })

/** Fills in the form as slowly as a person. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Comment', { exact: true }).fill(text)
  await page.waitForTimeout(3200)
  await page.getByRole('button', { name: 'Send' }).click()
}

test('a comment with its solution is accepted, on its own page and in the post', async ({ page }) => {
  await page.goto(OWN_PAGE)
  await expect(page.getByText('JavaScript must be on')).toHaveCount(0)
  await write(page, 'Written on the page of responses')
  await expect(page.getByText('Your comment is published.')).toBeVisible()
  await page.goto('/posts/first-gate')
  await page.locator('#responses').scrollIntoViewIfNeeded()
  await expect(page.getByLabel('Name')).toBeVisible()
  await write(page, 'Written in the post')
  await expect(page.getByText('Your comment is published.')).toBeVisible()
  await expect(page.locator('.comment')).toHaveText([/on the page of responses/, /in the post/])
})

test('a comment without a solution, or with a used one, is rejected', async ({ page, request }) => {
  await page.goto(OWN_PAGE)
  const sent = page.waitForRequest((asked) => asked.method() === 'POST')
  await write(page, 'Once')
  const form = Object.fromEntries(new URLSearchParams((await sent).postData() ?? ''))
  expect(form.work?.length).toBeGreaterThan(300)
  await expect(page.getByText('Your comment is published.')).toBeVisible()
  for (const work of [form.work ?? '', '', 'nonsense']) {
    const answer = await request.post('/api/comments/first-gate', { form: { ...form, text: 'Again', work } })
    expect(answer.status()).toBe(422)
    expect(await answer.text()).toContain('was not solved, or was used before')
  }
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form says that it needs a script', async ({ page }) => {
    await page.goto(OWN_PAGE)
    await expect(page.getByText('JavaScript must be on')).toBeVisible()
  })

  test('the privacy page describes what the enabled parts store', async ({ page }) => {
    await page.goto(OWN_PAGE)
    await page.getByRole('link', { name: 'What this site stores' }).click()
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'Comments',
      'Protection against floods',
    ])
  })
})
