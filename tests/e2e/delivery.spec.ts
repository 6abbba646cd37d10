import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { buildReadingApp, READING_APP, serveReadingApp } from './reading-app'

// Builds share one folder, so they run one after the other.
test.describe.configure({ mode: 'serial', timeout: 5 * 60_000 })

test.describe('served by `next start`', () => {
  let server: ChildProcess
  let url: string
  let problems: string[]

  test.beforeAll(async () => {
    await buildReadingApp()
    const served = await serveReadingApp()
    server = served.server
    url = served.url
  })

  test.afterAll(() => {
    server?.kill()
  })

  test.beforeEach(async ({ page }) => {
    problems = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    await page.route('https://pictures.example/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    )
  })

  for (const path of ['/', '/text', '/suspense', '/posts/a', '/posts/b']) {
    test(`${path} requests one script only, ours`, async ({ page }) => {
      const scripts = scriptsAskedFor(page)
      await page.goto(url + path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(scripts).toEqual([expect.stringMatching(/^\/_quire\/enhance-\w+\.js$/)])
      expect(await page.content()).not.toMatch(/self\.__next_f\.push|<!--\$/)
      expect(problems).toEqual([])
    })
  }

  for (const path of ['/nowhere', '/posts/nowhere']) {
    test(`${path} gets the light 404 page`, async ({ page }) => {
      const scripts = scriptsAskedFor(page)
      const response = await page.goto(url + path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading')).toHaveText('Not here')
      expect(scripts).toHaveLength(1)
    })
  }

  test('a page with a client component works', async ({ page }) => {
    await page.goto(`${url}/client`)
    await page.getByRole('button', { name: 'Clicked 0' }).click()
    await expect(page.getByRole('button', { name: 'Clicked 1' })).toBeVisible()
    expect(problems).toEqual([])
  })

  test('the enhancement of a page with React runs after hydration', async ({ page }) => {
    await page.goto(`${url}/client`)
    await page.getByRole('button', { name: 'Theme' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', /dark|light/)
    expect(problems).toEqual([])
  })

  test('the router of a page with the runtime reaches pages without it', async ({ page }) => {
    await page.goto(`${url}/link`)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.getByRole('link', { name: 'Text' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Text')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    expect(problems).toEqual([])
  })

  test('a component of Next that needs the browser keeps its runtime', async ({ page }) => {
    const scripts = scriptsAskedFor(page)
    await page.goto(`${url}/image`)
    await expect(page.getByRole('img', { name: 'A picture' })).toBeAttached()
    expect(scripts.length).toBeGreaterThan(1)
  })

  test('a page with Suspense is completed in the browser', async ({ page }) => {
    await page.goto(`${url}/large`)
    await expect(page.locator('#late')).toBeVisible()
    await expect(page.getByText('Wait')).toHaveCount(0)
    expect(problems).toEqual([])
  })

  test('pages that are rendered on request or revalidated keep their scripts', async ({ page, request }) => {
    await page.goto(`${url}/dynamic`)
    await expect(page.getByText('localhost')).toBeVisible()
    expect(await (await request.get(`${url}/fresh`)).text()).toContain('self.__next_f.push')
    expect(problems).toEqual([])
  })

  test('an injected script does not run', async ({ page }) => {
    await page.goto(`${url}/text`)
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.intruded = true'
      document.body.append(script)
      const image = document.createElement('img')
      image.src = 'https://pictures.example/tracker.gif'
      document.body.append(image)
    })
    await expect.poll(() => problems.length).toBe(2)
    expect(await page.evaluate(() => 'intruded' in window)).toBe(false)
  })

  test('pages are revalidated by their ETag, hashed files are cached forever', async ({ request }) => {
    const first = await request.get(`${url}/text`)
    const etag = first.headers().etag
    expect(etag).toBeTruthy()
    expect((await request.get(`${url}/text`, { headers: { 'if-none-match': etag ?? '' } })).status()).toBe(
      304,
    )
    const script = /src="(\/_quire\/[^"]+)"/.exec(await first.text())?.[1]
    expect((await request.get(url + script)).headers()['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect(first.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  test('headers contain what a page cannot declare itself', async ({ request }) => {
    expect((await request.get(`${url}/text`)).headers()).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'strict-transport-security': 'max-age=63072000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
  })

  test('a chosen theme is applied before the first paint of the next page', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${url}/text`)
    await expect(page.locator('html')).not.toHaveAttribute('data-theme')
    await page.getByRole('button', { name: 'Theme' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.goto(`${url}/`, { waitUntil: 'commit' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    // Back to the system's theme: nothing is stored, so the page follows the system again.
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.reload()
    await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  })

  test('code is copied exactly as shown', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
    await page.goto(`${url}/text`)
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('const tide = 9\nawait tide')
    await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible()
  })

  test('the table of contents marks the current section', async ({ page }) => {
    await page.goto(`${url}/text`)
    const entry = (name: string) => page.getByRole('navigation').getByRole('link', { name })
    await expect(entry('First')).toHaveAttribute('aria-current', 'true')
    await page.locator('#second').evaluate((heading) => heading.scrollIntoView())
    await expect(entry('Second')).toHaveAttribute('aria-current', 'true')
    await expect(entry('First')).not.toHaveAttribute('aria-current')
  })

  test('everything is readable without scripts', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${url}/text`)
    await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
    await page.close()
  })
})

test('the platform’s adapter receives delivered pages', async () => {
  const output = join(READING_APP, '.quire', 'platform.json')
  rmSync(output, { force: true })
  await buildReadingApp(join(READING_APP, 'platform-adapter.mjs'))
  expect(existsSync(output)).toBe(true)
  const pages: Record<string, string> = JSON.parse(readFileSync(output, 'utf8'))
  expect(pages['/posts/a']).not.toContain('self.__next_f')
  expect(pages['/posts/a']).toContain('Content-Security-Policy')
  expect(pages['/404']).not.toContain('self.__next_f')
  expect(pages['/client']).toContain('self.__next_f')
  expect(pages['/fresh']).toContain('self.__next_f')
})

function scriptsAskedFor(page: Page): string[] {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  return scripts
}
