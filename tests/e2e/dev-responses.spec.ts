/** With the embedded database and `npm run dev` alone, readers respond and the author approves: on a site in German. */
import { type ChildProcess, execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect as expectSoon, type Page, test } from '@playwright/test'
import { CONTENT_DIR, copyProject, PROJECT } from './copy-project'
import { startDev, tsx } from './dev-server'
import { readMails, startMailServer } from './mail-server'

// Next compiles a route when it is first asked for.
const expect = expectSoon.configure({ timeout: 120_000 })

const ORIGIN = 'https://schleuse.example'
const READER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const MAILS = join(PROJECT, '.e2e', 'dev-mails')

let folder: string
let server: ChildProcess | undefined
let url: string

test.describe.configure({ mode: 'serial' })
test.setTimeout(8 * 60_000)

test.beforeAll(async () => {
  folder = copyProject('dev-responses', {
    'site.yaml': `title: Das Schleusenbuch\nurl: ${ORIGIN}\nauthor: Mira\nlanguage: de\nresponses:\n  likes: true\n  comments: true\n  newsletter: Schleuse <post@schleuse.example>\n`,
    'posts/tore.md': '---\ntitle: Die Tore\ndate: 2024-01-01\n---\n\nWasser steigt.\n',
  })
  rmSync(join(folder, 'data'), { recursive: true, force: true })
  const mail = await startMailServer(MAILS)
  ;({ server, url } = await startDev(folder, '127.0.0.1', { SMTP_URL: mail }))
  const answer = () =>
    fetch(`${url}/posts/tore`).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(answer, { timeout: 6 * 60_000 }).toBe(200)
})

test.afterAll(() => {
  server?.kill('SIGTERM')
})

for (const script of [true, false]) {
  test(`a reader likes, comments, is approved, subscribes and leaves, ${script ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const who = script ? 'Ada' : 'Bertha'
    const page = await openPage(browser, script)
    await openResponses(page, script)
    await page.getByRole('button', { name: 'Gefällt mir', exact: true }).click()
    await expect(page.getByText('ist gezählt')).toBeVisible()

    await openResponses(page, script)
    await page.waitForTimeout(3200) // a person takes longer than a program
    await page.getByLabel('Name').fill(who)
    await page.getByLabel('Ihre Website').fill('javascript:alert(1)')
    await page.getByLabel('Kommentar', { exact: true }).fill(`Gute Worte von ${who}`)
    await page.getByRole('button', { name: 'Senden' }).click()
    // Next announces routes with this role too.
    await expect(page.getByRole('alert').filter({ hasText: 'keine Webadresse' })).toBeVisible()
    await expect(page.getByLabel('Kommentar', { exact: true })).toHaveValue(`Gute Worte von ${who}`)
    await page.getByLabel('Ihre Website').fill('')
    await page.getByRole('button', { name: 'Senden' }).click()
    await expect(page.getByText('wartet auf die Freigabe')).toBeVisible()

    const admin = await openPage(browser, script)
    await admin.goto(signInLink())
    await admin.getByRole('button', { name: 'Sign in' }).click()
    await expect(admin.getByText(`Gute Worte von ${who}`)).toBeVisible()
    await admin.getByRole('button', { name: 'Approve' }).first().click()
    await expect(admin.getByText('Nothing waits for approval')).toBeVisible()
    await openResponses(page, script)
    await expect(page.locator('.comment', { hasText: `Gute Worte von ${who}` })).toBeVisible()

    await subscribeAndLeave(page, `${who.toLowerCase()}@readers.example`)
    await admin.context().close()
    await page.context().close()
  })
}

async function subscribeAndLeave(page: Page, email: string): Promise<void> {
  await page.goto('/api/subscribe')
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByRole('button', { name: 'Abonnieren' }).click()
  await expect(page.getByText('Sehen Sie in Ihr Postfach')).toBeVisible()
  await expect.poll(async () => (await readMails(email, MAILS)).length).toBe(1)
  const [question] = await readMails(email, MAILS)
  expect(question?.subject).toBe('Bestätigen Sie Ihr Abonnement von Das Schleusenbuch')
  const link = /https:\S+/.exec(question?.text ?? '')?.[0] ?? ''
  // The site takes itself to be at its public address.
  await page.goto(link.replace(ORIGIN, ''))
  await page.getByRole('button', { name: 'Abonnement bestätigen' }).click()
  await expect(page.getByText('Sie haben den Newsletter abonniert.')).toBeVisible()

  const admin = await page.context().browser()?.newContext({ baseURL: url, userAgent: READER })
  const desk = await admin?.newPage()
  if (!desk) throw new Error('The browser is closed.')
  await desk.goto(signInLink())
  await desk.getByRole('button', { name: 'Sign in' }).click()
  await desk.getByLabel('Send a post to everybody').selectOption('tore')
  await desk.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(desk.getByText('The newsletter is being sent.')).toBeVisible()
  await admin?.close()
  await expect.poll(async () => (await readMails(email, MAILS)).length).toBe(2)
  const letter = (await readMails(email, MAILS))[1]
  expect(letter?.text).toContain('Abmelden: ')
  const leave = /<(\S+)>/.exec(
    letter?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '',
  )?.[1]
  await page.goto((leave ?? '').replace(ORIGIN, ''))
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await expect(page.getByText('Sie sind abgemeldet')).toBeVisible()
}

/** Each reader has a network address. */
async function openPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const extraHTTPHeaders = { 'x-forwarded-for': javaScriptEnabled ? '192.0.2.1' : '192.0.2.2' }
  const context = await browser.newContext({
    ...{ baseURL: url, javaScriptEnabled, extraHTTPHeaders, userAgent: READER },
  })
  context.setDefaultTimeout(120_000)
  return context.newPage()
}

/** With the script the responses come to the post; without it a link leads to them. */
async function openResponses(page: Page, script: boolean): Promise<void> {
  await page.goto('/posts/tore')
  if (script) await page.locator('#responses').scrollIntoViewIfNeeded()
  else await page.getByRole('link', { name: 'Reaktionen lesen und schreiben' }).click()
  await page.getByLabel('Name').waitFor()
}

function signInLink(): string {
  const output = execFileSync(process.execPath, ['--import', tsx, 'lib/cli/admin.ts', '--url', url], {
    cwd: folder,
    env: { ...process.env, CONTENT_DIR },
    encoding: 'utf8',
  })
  return output.trim().split('\n').at(-1) ?? ''
}
