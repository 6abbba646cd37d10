/** The guide posts show what they describe. */
import { PostPage } from './pages/post-page'
import { expect, test } from './test'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('a picture made for each theme is shown once, with its caption', async ({ page }) => {
      const post = new PostPage(page)
      await post.open('pictures')
      const caption = page.locator('figcaption', { hasText: 'one line per day' }).filter({ visible: true })
      const figures = post.text.locator('figure').filter({ has: caption })
      await expect(figures).toHaveCount(1)
      const picture = figures.locator('img').first()
      await picture.scrollIntoViewIfNeeded()
      await expect(picture).toHaveAttribute('src', new RegExp(`tide-${colorScheme}`))
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0)
    })
  })
}

test('every kind of embed is shown from its snapshot', async ({ page }) => {
  const post = new PostPage(page)
  await post.open('embeds')
  const providers = await post.text
    .locator('[data-embed]')
    .evaluateAll((all) => all.map((element) => element.getAttribute('data-embed')))
  expect(providers).toEqual(['tweet', 'tweet', 'youtube', 'gist', 'link'])
  await expect(post.tweets.first()).toContainText('This tweet is a sample')
  await expect(post.text.getByText('CommonMark (a sample card of ours)')).toBeVisible()
})

test('the post on math has numbered headings, typeset formulas and highlighted lines of code', async ({
  page,
}) => {
  const post = new PostPage(page)
  await post.open('math-and-code')
  await expect(post.text.locator('h2 .number')).toHaveText(['1', '2', '3', '4'])
  expect(await post.text.locator('.katex').count()).toBeGreaterThan(3)
  await expect(post.text.locator('figure.code[data-line-numbers] [data-highlighted]')).toHaveCount(1)
  await expect(post.text.getByText('So a ticket for $5 and a yearly pass for $10 are prices.')).toBeVisible()
})

test('a post shows which part of its series it is, and the series lists its parts in reading order', async ({
  page,
}) => {
  const post = new PostPage(page)
  await post.open('math-and-code')
  await expect(post.article.locator('header')).toContainText('Part 2 of 7: The guide')
  const box = post.article.locator('.series')
  await box.locator('summary').click()
  await expect(box.getByRole('listitem')).toHaveCount(7)
  await expect(box.locator('[aria-current]')).toHaveText(await post.article.locator('h1').innerText())
  await box.getByRole('link', { name: 'Series →' }).click()
  await expect(page).toHaveURL(/\/series\/the-guide$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The guide')
  const links = page.getByRole('main').locator('a[href^="/posts/"]')
  await expect(links).toHaveCount(7)
  await expect(links.first()).toHaveText('Writing a post')
  await expect(links.last()).toHaveText('Making it yours')
})
