/** Responses of readers and the author’s page. The tests share one database, so they run in order in one process. */
import { READER, signInAuthor, signInLink } from './responses/author-session'
import { testBadInput } from './responses/bad-input'
import { testReaders } from './responses/readers'
import { siteUrl } from './sites'
import { expect, test } from './test'

test.use({ site: 'responses', userAgent: READER, allowedHosts: ['pictures.example'] })

test.describe.configure({ mode: 'serial' })

testReaders()

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
    const context = await signInAuthor(browser, true)
    // Passkeys belong to a host name; an IP address cannot have one.
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
    // A program that checks links in e-mails has opened it: it still works.
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

testBadInput()
