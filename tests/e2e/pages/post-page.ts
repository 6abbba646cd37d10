import type { Locator, Page, Response } from '@playwright/test'

/** `/posts/<slug>` as its reader sees it. */
export class PostPage {
  readonly title: Locator
  /** Header, contents and text. */
  readonly article: Locator
  /** The author's text, without the layout around it. */
  readonly text: Locator
  /** The date of the post; the dates of previous and next posts are outside the header. */
  readonly date: Locator
  readonly minutes: Locator
  /** The table of contents, wherever it is at this window width. */
  readonly contents: Locator
  readonly tweets: Locator

  constructor(readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 })
    this.article = page.getByRole('article').first()
    this.text = this.article.locator('.prose')
    this.date = this.article.locator('time[datetime]').first()
    this.minutes = this.article.getByText(/^\d+ min/).first()
    this.contents = page.getByRole('navigation', { name: 'On this page' })
    this.tweets = page.locator('[data-embed="tweet"]')
  }

  async open(slug: string): Promise<Response | null> {
    return this.page.goto(`/posts/${slug}`)
  }

  /** Ids of the tweets, in the order of the text. */
  async tweetIds(): Promise<(string | null)[]> {
    return this.tweets.evaluateAll((all) => all.map((element) => element.getAttribute('data-embed-id')))
  }

  /** The content of the meta tag with this `name` or `property`. */
  async meta(name: string): Promise<string | null> {
    return this.page.locator(`meta[name="${name}"], meta[property="${name}"]`).first().getAttribute('content')
  }
}
