/** Texts that try to run a script, in a real browser; names that no file or route can have; texts that are not published. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { builtRoutes } from './built-routes'
import { CONTENT_DIR, PROJECT } from './copy-project'
import { ODD_ALIASES, SCRIPTS, SECRET } from './hostile-content'
import { siteUrl } from './sites'
import { type Running, whatRuns } from './what-runs'

const PUBLIC = join(PROJECT, '.e2e', 'hostile', 'public')

/** Pages with hostile text: payloads, a fuzzer's texts, and lists that show their titles. */
function hostilePages(): string[] {
  return builtRoutes('hostile').filter(
    (route) => !/\.(?:xml|json|txt|css|md|ico|png|svg|webmanifest)$|^\/(?:api|_)/.test(route),
  )
}

test('every payload has its page', () => {
  const pages = hostilePages()
  for (const index of SCRIPTS.keys()) expect(pages).toContain(`/posts/script-${index + 1}`)
  expect(pages.length).toBeGreaterThan(SCRIPTS.length + 40)
})

for (const [name, bypassCSP] of [
  ['with the policy of each page', false],
  ['without any policy, by the filter alone', true],
] as const) {
  test(`nothing that an author wrote runs ${name}`, async ({ browser }) => {
    test.setTimeout(10 * 60_000)
    const page = await openPage(browser, bypassCSP)
    for (const path of hostilePages()) {
      const found = await visit(page, path)
      expect(found, path).toEqual({ ran: undefined, suspicious: [], scripts: [] })
    }
    await page.context().close()
  })
}

test('a script that runs would be detected', async ({ browser }) => {
  const page = await openPage(browser, true)
  await page.route('**/planted', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><a href="javascript:x">x</a><script>window.ran=1</script>',
    }),
  )
  const found = await visit(page, '/planted')
  expect(found).toEqual({ ran: 1, suspicious: ['<a href="javascript:x">'], scripts: ['window.ran=1'] })
  await page.context().close()
})

test('every odd old URL redirects once, to its post', async ({ request }) => {
  for (const alias of ODD_ALIASES) {
    const url = siteUrl('hostile') + alias.split('/').map(encodeURIComponent).join('/')
    const answer = await request.get(url, { maxRedirects: 0 })
    expect([alias, answer.status(), answer.headers().location]).toEqual([alias, 308, '/posts/aliases'])
  }
})

test('every prerendered route is served', async ({ request }) => {
  test.setTimeout(5 * 60_000)
  for (const route of builtRoutes('hostile').filter((route) => !/^\/(?:_|api\/)/.test(route))) {
    const answer = await request.get(siteUrl('hostile') + encodeURI(route), { maxRedirects: 0 })
    expect([200, 308], route).toContain(answer.status())
  }
})

test('tags without a letter and very long tags have pages', async ({ request }) => {
  await expectLinksServed('/tags')
  await expectLinksServed('/posts/party')
  await expectLinksServed('/posts')

  async function expectLinksServed(path: string): Promise<void> {
    const html = await (await request.get(siteUrl('hostile') + path)).text()
    const links = [...html.matchAll(/href="(\/(?:tags|series|categories|authors|posts)\/[^"#?]*)"/g)].map(
      ([, href]) => href ?? '',
    )
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect((await request.get(siteUrl('hostile') + link)).status(), link).toBe(200)
  }
})

test('nothing of an unpublished text is served', async ({ request }) => {
  test.setTimeout(5 * 60_000)
  const routes = builtRoutes('hostile')
  expect(routes).toContain('/posts/links')
  for (const route of routes) {
    for (const address of [route, `${route === '/' ? '/index' : route}.rsc`]) {
      const body = await (
        await request.get(siteUrl('hostile') + encodeURI(address), { maxRedirects: 0 })
      ).text()
      expect(body.includes(SECRET), address).toBe(false)
    }
  }
  for (const file of readdirSync(PUBLIC, { recursive: true, withFileTypes: true }))
    if (file.isFile())
      expect(readFileSync(join(file.parentPath, file.name)).includes(SECRET), file.name).toBe(false)
  for (const path of [
    '/posts/wide',
    '/posts/wide-big-endian',
    '/posts/scheduled',
    '/posts/draft',
    '/secret',
    '/secret-alias',
    '/secret-draft',
  ])
    expect((await request.get(siteUrl('hostile') + path, { maxRedirects: 0 })).status(), path).toBe(404)
  expect((await request.get(`${siteUrl('hostile')}/posts/redirect`)).status()).toBe(200)
})

test('the build changed no file of the author', () => {
  const folder = join(PROJECT, '.e2e', 'hostile', CONTENT_DIR)
  expect(readFileSync(join(folder, 'posts', 'wide.md')).includes(0)).toBe(true)
  expect(readFileSync(join(folder, 'posts', 'script-1.md'), 'utf8')).toContain(SCRIPTS[0] ?? '')
})

/** Scripts and pictures below `/ran` exist, so that a script that is loaded runs. */
async function openPage(browser: Browser, bypassCSP: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: siteUrl('hostile'), bypassCSP })
  await context.route('**', (route) => {
    const url = new URL(route.request().url())
    if (url.pathname.endsWith('.js') && url.pathname.startsWith('/ran/'))
      return route.fulfill({ contentType: 'text/javascript', body: 'window.ran=2' })
    return `${url.origin}` === siteUrl('hostile') ? route.fallback() : route.abort()
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => dialog.dismiss())
  return page
}

/** Opens a page and checks that no script runs. */
async function visit(page: Page, path: string): Promise<Running> {
  await page.goto(path.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'load' })
  return whatRuns(page)
}
