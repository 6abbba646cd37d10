import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PostList } from '../../../../components/lists/post-list'
import { PostHeader } from '../../../../components/post/post-header'
import type { Post, PostSummary } from '../../../../lib/model/post'

const site = { author: { name: 'Mira' }, language: 'en-GB' }

describe('a list of posts', () => {
  test('names each year once, according to the dates as written, with undated posts last', () => {
    const posts = [
      post('c', '2024-01-01T00:30:00+05:30'),
      post('b', '2023-12-31'),
      post('a', '2023-01-02'),
      post('x'),
    ]
    const years = [...show(posts).matchAll(/<h2[^>]*>([^<]+)/g)].map(([, year]) => year)
    expect(years).toEqual(['2024', '2023', 'No date'])
  })

  test('shows the day as written, and the full date for programs', () => {
    expect(show([post('a', '2024-01-01T00:30:00+05:30')])).toMatch(
      /<time[^>]*dateTime="2024-01-01T00:30:00\+05:30"[^>]*>1 January<\/time>/,
    )
  })

  test('marks a title in another language with that language', () => {
    expect(show([{ ...post('a'), lang: 'ar' }])).toMatch(/<a[^>]*lang="ar"/)
    expect(show([post('a')])).not.toContain('lang=')
  })

  test('labels drafts and scheduled posts', () => {
    expect(show([{ ...post('a'), draft: true }])).toContain('>Draft<')
    expect(show([{ ...post('a'), scheduled: true }])).toContain('>Scheduled<')
    expect(show([post('a')])).not.toContain('stamp')
  })
})

describe('the header of a post', () => {
  test('omits minutes, tags and lead if there are none', () => {
    const html = header({})
    expect(html).not.toMatch(/min|<ul|<p/)
  })

  test('names authors other than the site’s, joined by the rules of the language', () => {
    const authors = [{ name: 'Ada', url: 'https://ada.example' }, { name: 'Ben' }]
    expect(header({ authors })).toContain(
      'href="https://ada.example">Ada</a> and <span class="p-author h-card">Ben</span>',
    )
    expect(header({ authors: [{ name: 'Mira' }] })).not.toContain('Mira')
  })
})

function show(posts: PostSummary[]): string {
  return renderToStaticMarkup(<PostList posts={posts} siteLang="en-GB" />)
}

function header(fields: Partial<Post>): string {
  const full: Post = {
    ...post('a'),
    body: { type: 'root', children: [] },
    toc: [],
    features: [],
    file: 'a.md',
    ...fields,
  }
  return renderToStaticMarkup(<PostHeader post={full} site={site} />)
}

function post(slug: string, date?: string): PostSummary {
  return {
    slug,
    url: `/posts/${slug}`,
    title: slug,
    date,
    summary: '',
    tags: [],
    categories: [],
    pinned: false,
    authors: [],
    lang: 'en-GB',
    draft: false,
    scheduled: false,
  }
}
