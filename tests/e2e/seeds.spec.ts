/**
 * Two real posts, byte for byte, which are not part of the project: what must be shown is read from the posts
 * themselves. If they are missing, `forms.spec.ts` and `old-posts.spec.ts` still test the same features with our own
 * texts.
 */
import { existsSync } from 'node:fs'
import { PostPage } from './pages/post-page'
import { SEEDS, type SiteName, seedPosts } from './sites'
import { expect, test } from './test'

const sites: SiteName[] = ['seeds', 'seeds-elsewhere']

for (const site of sites) {
  test.describe(site, () => {
    test.skip(!existsSync(SEEDS), `${SEEDS} is not there, so the seed posts cannot be tried`)
    test.use({ site, allowedHosts: ['blog.junaidrahim.in'] })

    test('shows the first with its title, date, introduction, contents and minutes', async ({ page }) => {
      const text = seed('atlan-backend-internship-interview.md')
      const post = new PostPage(page)
      await post.open('atlan-backend-internship-interview')

      await expect(post.title).toHaveText(found(text, /^title: "(.+)"$/m))
      await expect(post.date).toHaveAttribute('datetime', '2022-05-08')
      await expect(post.date).toContainText(/\b8\b.*2022|2022.*\b8\b/)
      await expect(post.minutes).toBeVisible()
      const introduction = found(text, /^summary: "(.+)"$/m)
      await expect(post.text.locator('p', { hasText: introduction })).toHaveCount(1)
      expect(await post.meta('description')).toBe(introduction)

      const headings = [...text.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading]) => heading)
      await expect(post.contents.first().getByRole('link')).toHaveText(headings.map(String))
      await expect(post.text.getByRole('heading', { name: 'tl;dr' })).toBeVisible()
      await expect(post.text.locator('ol').first().getByRole('listitem')).toHaveCount(3)
      await expect(post.text.locator('em')).toHaveText(found(text, /“_(.+)_”/))
      await expect(post.text.locator('iframe, [data-embed]')).toHaveCount(0)
    })

    test('shows the second with its preamble, repaired characters and bold words', async ({ page }) => {
      const text = seed('2022-06-07-atlans-internship-experience.md')
      const post = new PostPage(page)
      await post.open('atlans-internship-experience')

      await expect(post.date).toHaveAttribute('datetime', '2022-06-07')
      expect(await post.meta('description')).toContain(found(text, /([\w ,]+)\.$/m).trim())
      const shown = await page.locator('body').innerText()
      for (const character of ['–', '’', '😉', '🥹']) expect(shown).toContain(character)
      expect(shown).not.toMatch(/[âð][€Ÿ]/)
      const strong = [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => String(words).trim())
      expect(strong).toHaveLength(4)
      await expect(post.text.locator('p strong')).toHaveText(strong)
      await expect(post.text.getByText(strong.slice(2).join(' and '))).toBeVisible()
      await expect(post.text.locator('code').filter({ hasText: '[]' })).toHaveText('[]')
    })

    test('shows the second’s four tweets in their places', async ({ page }) => {
      const text = seed('2022-06-07-atlans-internship-experience.md')
      const post = new PostPage(page)
      await post.open('atlans-internship-experience')

      const ids = [...text.matchAll(/\/status\/(\d+)/g)].map(([, id]) => id)
      expect(ids).toHaveLength(4)
      expect(await post.tweetIds()).toEqual(ids)
      await expect(post.tweets.nth(0)).toContainText('swamusing')
      // The snapshots were taken from the suite's own server, which no longer runs.
      for (const [index, id] of ids.entries()) {
        await expect(post.tweets.nth(index)).toContainText(`Words of the test server, kept as tweet ${id}`)
      }
      const before = post.tweets.nth(0).locator('xpath=preceding::*[self::h2][1]')
      await expect(before).toContainText('People and Culture')
      await expect(post.text.getByText('{%')).toHaveCount(0)
    })

    test('shows the second’s picture with its caption', async ({ page }) => {
      const text = seed('2022-06-07-atlans-internship-experience.md')
      const [, url = '', caption = ''] = /^!\[\]\((.+?)\)(.+)$/m.exec(text) ?? []
      const post = new PostPage(page)
      await post.open('atlans-internship-experience')

      const figure = post.text.locator('figure', {
        has: page.locator('figcaption', { hasText: caption.trim() }),
      })
      await expect(figure.locator('img')).toHaveAttribute('src', url)
    })

    test('resolves the second post’s link to the old URL of the first', async ({ page }) => {
      const post = new PostPage(page)
      await post.open('atlans-internship-experience')
      const link = post.text.locator('p a').first()
      await expect(link).toHaveAttribute('href', '/posts/atlan-backend-internship-interview')
    })

    test('lists both, the newest first', async ({ page }) => {
      await page.goto('/posts')
      const links = page.getByRole('main').locator('a[href^="/posts/"]')
      await expect(links.first()).toHaveAttribute('href', '/posts/atlans-internship-experience')
      await expect(links.last()).toHaveAttribute('href', '/posts/atlan-backend-internship-interview')
    })
  })
}

function seed(name: string): string {
  const text = seedPosts()[`posts/${name}`]
  if (text === undefined) throw new Error(`${SEEDS} holds no ${name}`)
  return text
}

function found(text: string, pattern: RegExp): string {
  const value = pattern.exec(text)?.[1]
  if (value === undefined) throw new Error(`The seed holds nothing like ${pattern}`)
  return value
}
