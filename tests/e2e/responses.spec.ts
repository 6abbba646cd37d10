/** Readers respond with and without scripts. Each test has its own network address, like readers. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { PROJECT } from './copy-project'
import { readMails } from './mail-server'
import { siteUrl } from './sites'
import { expect, test } from './test'

const POST = '/posts/opening-the-gates'
const OWN_PAGE = '/api/responses/opening-the-gates'
const READER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A form with a file where a text is expected. */
const FILE_AS_TEXT =
  '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nAda\r\n--x\r\ncontent-disposition: form-data; name="text"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nwords\r\n--x--\r\n'

test.use({ site: 'responses', userAgent: READER, allowedHosts: ['pictures.example'] })
test.describe.configure({ mode: 'serial' })

/** @returns a link that signs the author in */
function signInLink(url: string): string {
  const output = execFileSync('npx', ['tsx', join(PROJECT, 'lib/cli/admin.ts'), '--url', url], {
    cwd: join(PROJECT, '.e2e', 'responses'),
    env: { ...process.env, DATABASE_URL: 'file:data/quire.db' },
    encoding: 'utf8',
  })
  return output.trim().split('\n').at(-1) ?? ''
}

/** A person takes longer than a program. */
const typing = (page: Page) => page.waitForTimeout(3200)

async function author(browser: Browser, javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled, userAgent: READER })
  const page = await context.newPage()
  await page.goto(signInLink(siteUrl('responses')))
  await expect(page.getByText('waiting for approval')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('You are signed in.')).toBeVisible()
  return context
}

for (const script of [true, false]) {
  test.describe(script ? 'with its script' : 'without a script', () => {
    const who = script ? 'Ada' : 'Bertha'
    test.use({
      javaScriptEnabled: script,
      extraHTTPHeaders: { 'x-forwarded-for': script ? '192.0.2.1' : '192.0.2.2' },
    })

    /** With the script the responses come to the post; without it a link leads to them. */
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
      const edit = await page.getByRole('link', { name: 'Edit or delete your comment' }).getAttribute('href')
      await page.getByRole('link', { name: 'Edit or delete your comment' }).click()
      await page.getByLabel('Comment', { exact: true }).fill(`**Better** words of ${who}`)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByText(`Better words of ${who}`)).toBeVisible()

      const context = await author(browser, script)
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

      const context = await author(browser, script)
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

test.describe('a post that names its thread on Mastodon', () => {
  test.use({ javaScriptEnabled: false })

  test('shows its replies as comments in two levels, without a database', async ({ page }) => {
    await page.goto('/posts/winter-rules')
    const replies = page.getByRole('region', { name: 'Replies on sea.example' })
    await expect(replies.locator('> ol > li')).toHaveCount(2)
    await expect(replies.locator('> ol > li').first()).toContainText('And when it thaws?')
    await expect(replies.locator('> ol > li').first().locator('ol')).toContainText('Then as always.')
    await expect(replies.getByRole('link', { name: 'Reply on sea.example' })).toHaveAttribute(
      'href',
      'https://sea.example/@keeper/112233445566778890',
    )
    expect(await replies.locator('script, img').count()).toBe(0)
  })
})

test.describe('the author', () => {
  test('adds a passkey and signs in with it', async ({ browser }) => {
    const context = await author(browser, true)
    // Passkeys belong to a name: an address of numbers has none.
    const url = siteUrl('responses').replace('127.0.0.1', 'localhost')
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    })
    await page.goto(signInLink(url))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByText('Latest comments')).toBeVisible()
    await context.close()
  })

  test('must sign in, and no sign-in link works twice', async ({ page, request }) => {
    const link = signInLink(siteUrl('responses'))
    const token = new URL(link).searchParams.get('link') ?? ''
    const signIn = () =>
      request.post('/admin/sign-in', {
        form: { token },
        maxRedirects: 0,
        headers: { origin: siteUrl('responses') },
      })
    // Opened by a program that looks at links in e-mails: still good.
    await request.get(link)
    expect((await signIn()).status()).toBe(303)
    expect((await signIn()).status()).toBe(403)
    await page.goto('/admin/export')
    await expect(page.getByText('npm run admin')).toBeVisible()
    const admin = await request.get('/admin')
    expect(admin.headers()['cache-control']).toBe('no-store')
    expect(admin.headers()['x-robots-tag']).toBe('noindex')
    expect(admin.headers()['content-security-policy']).toContain("default-src 'none'")
  })
})

test.describe('bad input', () => {
  const COMMENTS = '/api/comments/opening-the-gates'
  const EVIL = '"><script>document.title="run"</script><img src=x onerror="document.title=1">'

  /** A form whose fields are all right: a page with a mistake in it is answered with one that can be sent at once. */
  async function goodForm(request: APIRequestContext): Promise<Record<string, string>> {
    const answer = await request.post(COMMENTS, { form: {} })
    const [, token = ''] = /name="token" value="([^"]*)"/.exec(await answer.text()) ?? []
    return { name: 'Mallory', text: 'A remark to keep', site: '', parent: '', token }
  }

  for (const [what, wrong, words] of [
    ['a name of 81 characters', { name: 'x'.repeat(81) }, '80 characters'],
    ['a name of blanks', { name: ' \u2003 ' }, 'Write a name.'],
    ['a site of 300 characters', { site: `a.example/${'x'.repeat(300)}` }, 'not a web address'],
    ['a site that is a script', { site: 'javascript:alert(1)' }, 'not a web address'],
    ['a site with a password', { site: 'https://user:pass@a.example' }, 'not a web address'],
    ['a text of 5,001 characters', { text: 'x'.repeat(5001) }, '5001 characters'],
    ['a text of controls alone', { text: '\u0000\u0001\u202e' }, 'Write a comment.'],
    ['four links', { text: 'https://a.example '.repeat(4) }, 'too many links'],
    ['an unknown parent', { parent: '../../etc/passwd' }, 'not there any more'],
    ['a filled trap', { homepage: 'https://spam.example' }, 'should be empty'],
    ['no token', { token: '' }, 'more than a day old'],
    ['a forged token', { token: 'opening-the-gates~zzzz.forged' }, 'more than a day old'],
    ['a token of 50,000 dots', { token: '.'.repeat(50_000) }, 'more than a day old'],
  ] as const) {
    test(`${what} gets a clear message, and the form keeps its values`, async ({ request }) => {
      const form: Record<string, string> = { ...(await goodForm(request)), ...wrong }
      const answer = await request.post(COMMENTS, { form })
      const html = await answer.text()
      expect(answer.status()).toBe(422)
      expect(html).toContain(words)
      expect(html).toContain(`value="${form.name?.trim()}"`)
      expect(html).toContain(
        form.text?.startsWith('\u0000') ? '</textarea>' : `${form.text?.trim()}</textarea>`,
      )
    })
  }

  const URLENCODED = 'application/x-www-form-urlencoded'
  for (const [what, type, body, status, words] of [
    ['JSON', 'application/json', '{"name":"x"}', 400, 'not what a form sends'],
    ['plain text', 'text/plain', 'name=x', 400, 'not what a form sends'],
    ['broken parts', 'multipart/form-data; boundary=x', '--y\r\nhello', 400, 'not what a form sends'],
    ['no boundary', 'multipart/form-data', 'hello', 400, 'not what a form sends'],
    ['nothing', URLENCODED, '', 422, 'Write a name.'],
    ['a megabyte', URLENCODED, `name=${'x'.repeat(1_000_000)}`, 413, 'far too long'],
    ['bytes that are no UTF-8', URLENCODED, 'name=%FF%FE%C0%80&text=%ED%A0%80', 422, 'more than a day old'],
    ['broken percents', URLENCODED, 'name=%&text=%zz', 422, 'more than a day old'],
    ['another encoding', `${URLENCODED}; charset=utf-16`, 'n\0a\0m\0e\0=\0x\0', 422, 'Write a name.'],
    ['a file instead of a text', 'multipart/form-data; boundary=x', FILE_AS_TEXT, 422, 'Write a comment.'],
  ] as const) {
    test(`${what} is rejected with a message`, async ({ request }) => {
      const answer = await request.post(COMMENTS, { headers: { 'content-type': type }, data: body })
      expect(await answer.text()).toContain(words)
      expect(answer.status()).toBe(status)
    })
  }

  test('requests from other sites are rejected', async ({ request }) => {
    const form = { kind: 'like', name: 'x', text: 'y', email: 'a@b.example', csrf: 'x' }
    const others: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of others) {
      for (const path of ['/api/likes/opening-the-gates', COMMENTS, '/api/subscribe'])
        expect((await request.post(path, { form, headers })).status(), path).toBe(403)
      for (const path of ['act', 'import', 'newsletter']) {
        const answer = await request.post(`/admin/${path}`, { form, headers, maxRedirects: 0 })
        expect(answer.headers().location, path).toBe('/admin')
      }
    }
  })

  test('forged requests get a message, never a server error', async ({ request }) => {
    const forged = 'abc.def'
    const asked = [
      request.get(`${COMMENTS}?edit=${forged}`),
      request.post(COMMENTS, { form: { edit: forged, action: 'delete' } }),
      request.post('/api/subscribe', { form: { confirm: forged } }),
      request.post('/api/subscribe', { form: { unsubscribe: forged } }),
      request.post('/admin/sign-in', { form: { token: forged }, headers: { origin: siteUrl('responses') } }),
      request.post('/api/webmention', { form: { source: 'x', target: 'y' } }),
      request.post('/api/webmention', {
        form: { source: 'https://a.example/', target: 'https://lock-book.example/%E0%A4%A' },
      }),
      request.post('/admin/passkey', { data: { id: 'x' }, headers: { origin: siteUrl('responses') } }),
      request.get(`${OWN_PAGE}?page=-1&reply=%00&posted=${forged}`),
      request.get('/api/responses/no-such-post'),
      request.get('/api/likes/%00'),
    ]
    for (const answer of await Promise.all(asked)) {
      expect(answer.status(), answer.url()).toBeLessThan(500)
      expect((await answer.text()).length, answer.url()).toBeGreaterThan(5)
    }
    const closed = await request.post('/api/comments/winter-rules', { form: {} })
    expect(await closed.text()).toContain('closed')
  })

  test('a comment sent twice is stored once, and a script in any field does not run', async ({
    page,
    request,
  }) => {
    const form = {
      ...(await goodForm(request)),
      name: EVIL.slice(0, 80),
      text: `${EVIL} [x](javascript:alert(1))`,
    }
    const send = async () =>
      (await request.post(COMMENTS, { form, maxRedirects: 0 })).headers().location ?? ''
    const first = await send()
    expect(first).toContain('said=waiting')
    expect(await send()).toContain('said=again')
    const posted = new URL(first, siteUrl('responses')).searchParams.get('posted') ?? ''
    await page.goto(first)
    await expect(page.getByText('waits for the author’s approval')).toBeVisible()
    await expect(page).toHaveTitle(/^Responses/)
    expect(await page.locator('main script, main img').count()).toBe(0)
    await page.goto(
      `${OWN_PAGE}?${new URLSearchParams({ reply: EVIL, posted: EVIL, said: EVIL, page: EVIL })}`,
    )
    await expect(page).toHaveTitle(/^Responses/)
    expect(await page.locator('main script, main img').count()).toBe(0)
    const deleted = await request.post(COMMENTS, { form: { edit: posted, action: 'delete' } })
    expect(await deleted.text()).toContain('The comment is deleted.')
  })

  test('10,000 comments on one post are paginated', async ({ page, browser }) => {
    const context = await author(browser, true)
    const admin = await context.newPage()
    await admin.goto(`${siteUrl('responses')}/admin`)
    const comments = Array.from({ length: 10_000 }, (_, number) => ({
      ...{ id: `import-${number}`, slug: 'winter-rules', parent: '', name: 'Ada', site: '' },
      ...{ text: `Remark ${number}`, html: '', state: 'approved', created: 1_700_000_000_000 + number },
      ...{ edited: 0, digest: `import ${number}` },
    }))
    const archive = {
      ...{ format: 'quire-responses', version: 1, exported: new Date(0).toISOString() },
      ...{ counts: [], comments, mentions: [], subscribers: [], deliveries: [] },
    }
    await admin.locator('input[type=file]').setInputFiles({
      name: 'responses.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(archive)),
    })
    await admin.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(admin.getByText('Imported.')).toBeVisible()
    await context.close()
    await page.goto('/api/responses/winter-rules?page=200')
    await expect(page.getByRole('heading', { name: '10000 comments' })).toBeVisible()
    await expect(page.getByText('Remark 9999')).toBeVisible()
    await expect(page.locator('.comment')).toHaveCount(50)
    await page.getByRole('link', { name: 'Earlier comments' }).click()
    await expect(page.getByText('Remark 9900')).toBeVisible()
  })
})
