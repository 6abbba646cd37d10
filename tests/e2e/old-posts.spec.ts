import { PostPage } from './pages/post-page'
import { expect, test } from './test'

test.use({ site: 'forms', allowedHosts: ['pictures.example'] })

test.describe('a post from an old blog', () => {
  test('takes its date from the file name and its summary from the preamble', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('the-lighthouse-year')

    await expect(post.title).toHaveText('The Lighthouse’s First Year')
    await expect(post.date).toHaveAttribute('datetime', '2023-02-14')
    const preamble = 'Last winter the lamp went electric – this is what changed, and what didn’t.'
    expect(await post.meta('description')).toBe(preamble)
    await expect(page.getByText(preamble)).toBeVisible()
  })

  test('repairs characters read in the wrong encoding', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('the-lighthouse-year')

    await expect(post.text.getByText('three keepers – one for each watch')).toBeVisible()
    await expect(post.text.getByText('It’s a year of')).toBeVisible()
    const shown = await page.locator('body').innerText()
    expect(shown).toContain('😉')
    expect(shown).toContain('🥹')
    expect(shown).not.toMatch(/[âð][€Ÿ]/)
  })

  test('moves a stray space out of strong text', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('the-lighthouse-year')
    await expect(post.text.locator('p strong')).toHaveText([
      'light',
      'oil and brass',
      'long nights',
      'short days',
    ])
    await expect(post.text.getByText('long nights and short days')).toBeVisible()
  })

  test('turns a picture followed by text into a figure with a caption', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('the-lighthouse-year')
    const figure = post.text.locator('figure', { hasText: 'The lamp on its first evening. It hummed.' })
    const address = 'https://pictures.example/2023/02/lamp-at-9.52.09-PM.png'
    await expect(figure.locator('img')).toHaveAttribute('src', address)
    await expect(figure.locator('figcaption')).toHaveText('The lamp on its first evening. It hummed.')
  })

  test('shows each spelling of a tweet as a tweet, in place, and none in code', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('the-lighthouse-year')
    const ids = ['1111111111111111111', '2222222222222222222', '3333333333333333333', '4444444444444444444']
    expect(await post.tweetIds()).toEqual(ids)
    await expect(post.tweets.first()).toContainText('harbour')
    await expect(post.text.locator('code').last()).toHaveText('{% twitter 4 %}')
    await expect(post.text.locator('code').filter({ hasText: '[]' })).toHaveText('[]')
  })

  test('resolves an old dated link to its post', async ({ page }) => {
    const post = new PostPage(page)
    await post.open('the-lighthouse-year')
    await post.text.getByRole('link', { name: 'the week at the lock' }).click()
    await expect(page).toHaveURL(/\/posts\/a-week-at-the-lock$/)
  })
})

test('the comments that a repository holds are part of the page, without a database', async ({ page }) => {
  await new PostPage(page).open('timeless')
  const comments = page.locator('#responses')
  await expect(comments.getByRole('heading')).toHaveText('2 comments')
  await expect(comments.locator('strong')).toHaveText('stopped')
  await expect(comments.locator('li li')).toContainText('Mira')
})
