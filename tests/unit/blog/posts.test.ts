import { describe, expect, test } from 'vitest'
import { makeBlog } from './make-blog'

describe('listPosts', () => {
  test('puts the newest first and posts without a date last, and orders posts of one moment by title', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'undated' },
        { slug: 'old', date: '2020-01-01' },
        { slug: 'b', title: 'Beta', date: '2024-01-01' },
        { slug: 'a', title: 'Ärger', date: '2024-01-01' },
        { slug: 'new', date: '2025-01-01' },
      ],
    })
    expect(slugs(blog.listPosts())).toEqual(['new', 'a', 'b', 'old', 'undated'])
  })

  test('compares moments, not the written days', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'first', date: '2024-01-02T01:00:00+05:30' },
        { slug: 'second', date: '2024-01-01T22:00:00Z' },
      ],
    })
    expect(slugs(blog.listPosts())).toEqual(['second', 'first'])
  })

  test('contains no draft, no scheduled post and no post that only redirects', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'draft', draft: true },
        { slug: 'scheduled', date: '2026-06-16' },
        { slug: 'forward', redirectTo: 'https://other.example/' },
        { slug: 'shown', date: '2026-06-14' },
      ],
    })
    expect(slugs(blog.listPosts())).toEqual(['shown'])
  })

  test('contains drafts and scheduled posts in a preview, marked as such', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'draft', draft: true },
        { slug: 'scheduled', date: '2026-06-16' },
      ],
      environment: { VERCEL_ENV: 'preview' },
    })
    expect(blog.listPosts()).toMatchObject([
      { slug: 'scheduled', draft: false, scheduled: true },
      { slug: 'draft', draft: true, scheduled: false },
    ])
  })

  test('gives a post without authors the author of the site, and without a language the language of the site', () => {
    const [post] = makeBlog({ posts: [{ slug: 'a' }] }).listPosts()
    expect(post).toMatchObject({ authors: [{ name: 'Mira' }], lang: 'en-GB' })
  })

  test('uses the summary, else the preamble, else the excerpt', () => {
    const posts = [
      { slug: 'a', summary: 'Summary', preamble: 'Preamble', date: '2024-01-03' },
      { slug: 'b', preamble: 'Preamble', date: '2024-01-02' },
      { slug: 'c', date: '2024-01-01' },
    ]
    const summaries = makeBlog({ posts })
      .listPosts()
      .map(({ summary }) => summary)
    expect(summaries).toEqual(['Summary', 'Preamble', 'The text of c.'])
  })

  test('gives titles the quotation marks of their language, and does not change command-line options', () => {
    const titles = (site = {}) =>
      makeBlog({
        site,
        posts: [
          { slug: 'a', date: '2024-01-03', title: "\"Don't\" & 'git rebase --onto'..." },
          { slug: 'b', date: '2024-01-02', title: 'Die "alte" Schleuse', lang: 'de' },
        ],
      })
        .listPosts()
        .map(({ title }) => title)
    expect(titles()).toEqual(['“Don’t” & ‘git rebase --onto’...', 'Die „alte“ Schleuse'])
    expect(titles({ smartPunctuation: false })[0]).toBe("\"Don't\" & 'git rebase --onto'...")
  })

  test('omits the minutes if the author does not want them', () => {
    expect(makeBlog({ posts: [{ slug: 'a', readTime: false }] }).listPosts()[0]?.minutes).toBeUndefined()
    expect(makeBlog({ posts: [{ slug: 'a', words: 2130 }] }).listPosts()[0]?.minutes).toBe(10)
  })
})

describe('getPost', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'new', date: '2024-03-01' },
      { slug: 'middle', date: '2024-02-01', preamble: 'A lead.' },
      { slug: 'old', date: '2024-01-01', preamble: 'The text\n of old.' },
      { slug: 'draft', draft: true, date: '2024-02-15' },
    ],
  })

  test('knows the previous and next post, skipping unpublished ones', async () => {
    const post = await blog.getPost('middle')
    expect(post?.newer?.slug).toBe('new')
    expect(post?.older?.slug).toBe('old')
    expect((await blog.getPost('new'))?.newer).toBeUndefined()
  })

  test('does not find a draft or an unknown slug', async () => {
    expect(await blog.getPost('draft')).toBeUndefined()
    expect(await blog.getPost('constructor')).toBeUndefined()
  })

  test('shows a lead only if the text does not begin with it', async () => {
    expect((await blog.getPost('middle'))?.lead).toBe('A lead.')
    expect((await blog.getPost('old'))?.lead).toBeUndefined()
  })
})

describe('pages', () => {
  test('are listed by title, without drafts', () => {
    const pages = [
      { slug: 'uses', title: 'Uses' },
      { slug: 'about', title: 'About' },
      { slug: 'secret', draft: true },
    ]
    expect(makeBlog({ pages }).listPages()).toEqual([
      { slug: 'about', url: '/about', title: 'About' },
      { slug: 'uses', url: '/uses', title: 'Uses' },
    ])
  })

  test('have their text', async () => {
    const blog = makeBlog({ pages: [{ slug: 'about' }, { slug: 'secret', draft: true }] })
    expect(await blog.getPage('about')).toMatchObject({ url: '/about', summary: 'The text of about.' })
    expect(await blog.getPage('secret')).toBeUndefined()
  })
})

function slugs(posts: readonly { slug: string }[]): string[] {
  return posts.map(({ slug }) => slug)
}
