/** Embeds, shown from snapshots that `npm run embeds` has taken from a server that no longer runs. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './test'

test.use({ site: 'forms' })

test.beforeEach(({ page }) => page.goto('/posts/guests-at-the-lock'))

test('shows a tweet with its author, text, links, picture and the date in the site’s time zone', async ({
  page,
}) => {
  const tweet = embed(page, 'tweet', '1001')
  await expect(tweet.locator('cite')).toHaveText('A Lock Keeper')
  await expect(tweet.getByRole('link', { name: '@lockkeeper' })).toHaveAttribute(
    'href',
    'https://x.com/lockkeeper',
  )
  await expect(tweet.locator('.tweet-text')).toHaveText('The gates 🚪 are shut, says @harbour')
  await expect(tweet.getByRole('link', { name: '@harbour' })).toHaveAttribute('href', 'https://x.com/harbour')
  await expect(tweet.locator('time')).toHaveAttribute('datetime', '2022-05-21T01:30:00+05:30')
  const picture = tweet.getByRole('img', { name: 'Two lock gates' })
  await expect(picture).toHaveAttribute('src', /^\/_quire\/media\/tweet-1001-photo/)
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200)
})

test('shows what a tweet replies to and quotes, and plays its video from our site', async ({ page }) => {
  const tweet = embed(page, 'tweet', '1002')
  await expect(tweet.locator('.tweet-text')).toHaveText([
    'When do the gates open?',
    'Open again',
    'The gates are shut',
  ])
  const video = tweet.locator('video')
  await expect(video).toHaveAttribute('src', /^\/_quire\/media\/tweet-1002-video.*\.mp4$/)
  await expect(video).toHaveAttribute('preload', 'none')
})

test('shows a plain link for a deleted tweet, a missing snapshot and a malicious one', async ({ page }) => {
  await expect(embed(page, 'tweet', '1003')).toContainText('No longer available on x.com')
  for (const id of ['1003', '1005', '1006']) {
    const links = embed(page, 'tweet', id).getByRole('link')
    await expect(links).toHaveCount(1)
    await expect(links).toHaveAttribute('href', `https://x.com/lockkeeper/status/${id}`)
  }
})

test('shows markup in a snapshot as text', async ({ page }) => {
  const tweet = embed(page, 'tweet', '1004')
  await expect(tweet).toContainText('<b>Bold</b>')
  await expect(tweet).toContainText("<script>document.title = 'taken over'</script>")
  await expect(tweet.locator('script, img, b')).toHaveCount(0)
  await expect(page).not.toHaveTitle(/taken over/)
})

test('shows a gist highlighted and a repository described', async ({ page }) => {
  const gist = embed(page, 'gist', 'abcdef0123')
  await expect(gist.locator('figcaption').first()).toHaveText('gate.ts')
  await expect(gist.locator('.line .k').first()).toContainText('export')
  await expect(embed(page, 'github', 'lockkeeper/gates')).toContainText('Gates, in both directions')
})

test('does not shift when pictures load', async ({ page }) => {
  const end = page.getByRole('heading', { name: 'At the end' })
  let release = () => {}
  const measured = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_quire/media/**', async (route) => {
    await measured
    await route.fallback()
  })
  await page.reload({ waitUntil: 'domcontentloaded' })
  const before = await end.boundingBox()
  release()
  await page.waitForLoadState('networkidle')
  expect(before?.y).toBeGreaterThan(1000)
  expect((await end.boundingBox())?.y).toBe(before?.y)
})

test.describe('a player', () => {
  test.use({ allowedHosts: ['www.youtube-nocookie.com'] })

  test('requests nothing until it is clicked, then plays in place', async ({ page, traffic }) => {
    const player = embed(page, 'youtube', 'aaaaaaaaaaa')
    const poster = player.getByRole('link', { name: 'Play: How a lock works' })
    await poster.scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    const own = new URL(page.url()).host
    expect(traffic.requests.filter(({ host }) => host !== own).map(String)).toEqual([])

    const place = await poster.boundingBox()
    await poster.click()
    const frame = player.locator('iframe')
    await expect(frame).toHaveAttribute(
      'src',
      /^https:\/\/www\.youtube-nocookie\.com\/embed\/aaaaaaaaaaa\?autoplay=1&start=90$/,
    )
    expect((await frame.boundingBox())?.height).toBeCloseTo(place?.height ?? 0, 0)
    await expect
      .poll(() => traffic.requests.some(({ host }) => host === 'www.youtube-nocookie.com'))
      .toBe(true)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a player links to the original', async ({ page }) => {
    const poster = embed(page, 'vimeo', '1000001').getByRole('link', { name: 'Play: A lock at night' })
    await expect(poster).toHaveAttribute('href', 'https://vimeo.com/1000001')
  })
})

function embed(page: Page, provider: string, id: string): Locator {
  return page.locator(`[data-embed="${provider}"][data-embed-id="${id}"]`)
}
