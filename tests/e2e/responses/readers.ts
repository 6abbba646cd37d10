import type { APIRequestContext, Page } from '@playwright/test'
import { readMails } from '../mail-server'
import { siteUrl } from '../sites'
import { expect, test } from '../test'
import { signInAuthor } from './author-session'

const POST = '/posts/opening-the-gates'

/** A person takes longer than a program. */
const typing = (page: Page) => page.waitForTimeout(3200)

/** Tests what readers do, with the script of the page and without. Each has its own network address. */
export function testReaders(): void {
  for (const script of [true, false]) {
    test.describe(script ? 'with its script' : 'without a script', () => {
      const who = script ? 'Ada' : 'Bertha'
      test.use({
        javaScriptEnabled: script,
        extraHTTPHeaders: { 'x-forwarded-for': script ? '192.0.2.1' : '192.0.2.2' },
      })

      /** With the script the responses are loaded into the post; without it a link opens them. */
      async function openResponses(page: Page): Promise<void> {
        await page.goto(POST)
        if (script) await page.locator('#responses').scrollIntoViewIfNeeded()
        else await page.getByRole('link', { name: 'Read and write responses' }).click()
        await expect(page.getByLabel('Name')).toBeVisible()
      }

      test('a like is counted once', async ({ page }) => {
        await openResponses(page)
        const likes = page.locator('.like')
        await page.getByRole('button', { name: 'Like', exact: true }).click()
        await expect(page.getByText('Your like is counted.')).toBeVisible()
        await expect(likes).toContainText(script ? '1 like' : '2 likes')
        await openResponses(page)
        await page.getByRole('button', { name: 'Like', exact: true }).click()
        await expect(page.getByText('Your like is counted.')).toBeVisible()
        await expect(likes).toContainText(script ? '1 like' : '2 likes')
        await page.getByRole('button', { name: 'Take it back' }).click()
        await expect(page.getByText('is taken back')).toBeVisible()
        await page.getByRole('button', { name: 'Like', exact: true }).click()
      })

      test('a form keeps its values when something is wrong', async ({ page }) => {
        await openResponses(page)
        await typing(page)
        await page.getByLabel('Name').fill(who)
        await page.getByLabel('Your website').fill('javascript:alert(1)')
        await page
          .getByLabel('Comment', { exact: true })
          .fill('A thought <script>document.title = "run"</script>')
        await page.getByRole('button', { name: 'Send' }).click()
        await expect(page.getByRole('alert')).toContainText('not a web address')
        await expect(page.getByLabel('Comment', { exact: true })).toHaveValue(/A thought <script>/)
        await expect(page.getByLabel('Name')).toHaveValue(who)
      })

      test('a comment waits, is approved and shown; its author can delete it', async ({ page, browser }) => {
        await openResponses(page)
        await typing(page)
        await page.getByLabel('Name').fill(who)
        await page
          .getByLabel('Comment', { exact: true })
          .fill(`**Careful** words of ${who} <img src=x onerror=alert(1)>`)
        await page.getByRole('button', { name: 'Send' }).click()
        await expect(page.getByText('waits for the author’s approval')).toBeVisible()
        const edit = await page
          .getByRole('link', { name: 'Edit or delete your comment' })
          .getAttribute('href')
        await page.getByRole('link', { name: 'Edit or delete your comment' }).click()
        await page.getByLabel('Comment', { exact: true }).fill(`**Better** words of ${who}`)
        await page.getByRole('button', { name: 'Send' }).click()
        await expect(page.getByText(`Better words of ${who}`)).toBeVisible()

        const context = await signInAuthor(browser, script)
        const admin = await context.newPage()
        await admin.goto(`${siteUrl('responses')}/admin`)
        await expect(admin.getByText(`Better words of ${who}`)).toBeVisible()
        await admin.getByRole('button', { name: 'Approve' }).first().click()
        await expect(admin.getByText('Nothing waits for approval')).toBeVisible()
        await context.close()

        // Caches may keep the shared page for a minute; a new visitor's question about one comment is never shared.
        await openResponses(page)
        await expect(page.locator('.comment strong', { hasText: 'Better' }).last()).toBeVisible()
        await page.getByRole('link', { name: 'Reply' }).last().click()
        await expect(page.getByRole('heading', { name: `Reply to ${who}` })).toBeVisible()

        await page.goto(edit ?? '')
        await page.getByRole('button', { name: 'Delete this comment' }).click()
        await expect(page.getByText('The comment is deleted.')).toBeVisible()
        await expect(page.getByText(`Better words of ${who}`)).toHaveCount(0)
      })

      test('a reader subscribes, confirms, receives a post and unsubscribes', async ({
        page,
        browser,
        request,
      }) => {
        const email = `${who.toLowerCase()}@readers.example`
        await page.goto('/api/subscribe')
        await page.getByLabel('E-mail address').fill('nobody')
        await page
          .getByLabel('E-mail address')
          .evaluate((field) => field.removeAttribute('type'))
          .catch(() => {})
        await page.getByLabel('E-mail address').fill(email)
        await page.getByRole('button', { name: 'Subscribe' }).click()
        await expect(page.getByText('Look into your mailbox')).toBeVisible()
        await expect.poll(async () => (await readMails(email)).length).toBe(1)
        const [question] = await readMails(email)
        const link = /https:\S+/.exec(question?.text ?? '')?.[0] ?? ''
        // The site believes to be at its public address.
        await page.goto(link.replace('https://lock-book.example', ''))
        await page.getByRole('button', { name: 'Confirm the subscription' }).click()
        await expect(page.getByText('You are subscribed.')).toBeVisible()

        const context = await signInAuthor(browser, script)
        const admin = await context.newPage()
        await admin.goto(`${siteUrl('responses')}/admin`)
        await admin.getByLabel('Send a post to everybody').selectOption('opening-the-gates')
        await admin.getByRole('button', { name: 'Send', exact: true }).click()
        await expect(admin.getByText('The newsletter is being sent.')).toBeVisible()
        await context.close()
        await expect.poll(async () => (await readMails(email)).length).toBe(2)
        const letter = (await readMails(email))[1]
        expect(letter?.subject).toBe('Opening the gates')
        expect(letter?.text).toContain('The level rises by `h = vt`')
        expect(letter?.html).toContain('src="https://pictures.example/gate.png"')
        const headers = new Map(letter?.headers.map(({ key, value }) => [key, value]))
        expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')

        const leave =
          /<(\S+)>/
            .exec(headers.get('list-unsubscribe') ?? '')?.[1]
            ?.replace('https://lock-book.example', '') ?? ''
        // A mail program that only opens the link changes nothing.
        expect((await request.get(leave)).status()).toBe(200)
        await leaveByButton(request, page, leave)
        expect((await readMails(email)).length).toBe(2)
      })

      async function leaveByButton(request: APIRequestContext, page: Page, leave: string): Promise<void> {
        if (script) {
          const answer = await request.post(leave, { form: { 'List-Unsubscribe': 'One-Click' } })
          expect(await answer.text()).toContain('You are unsubscribed')
          return
        }
        await page.goto(leave)
        await page.getByRole('button', { name: 'Unsubscribe' }).click()
        await expect(page.getByText('You are unsubscribed')).toBeVisible()
      }
    })
  }
}
