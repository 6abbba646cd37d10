import { describe, expect, test } from 'vitest'
import { listLanguage, prefixesOf } from '@/lib/blog/lists/languages'
import { makeBlog } from './make-blog'

describe('prefixesOf', () => {
  test('the main language has no prefix, others are ordered by their posts', () => {
    expect([...prefixesOf(['en-GB', 'fr', 'de', 'de-AT', 'en'], 'en-US')]).toEqual([
      ['en', ''],
      ['de', '/de'],
      ['fr', '/fr'],
    ])
  })

  test('a blog of one language has no prefix, whatever site.yaml says', () => {
    expect([...prefixesOf(['pt-BR', 'pt'], 'en')]).toEqual([['pt', '']])
    expect([...prefixesOf([], 'ja')]).toEqual([['ja', '']])
  })

  test('both scripts of Chinese have lists', () => {
    expect(['zh', 'zh-CN', 'zh-TW', 'zh-Hant-HK'].map(listLanguage)).toEqual([
      'zh',
      'zh',
      'zh-hant',
      'zh-hant',
    ])
  })
})

describe('a blog of two languages', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'a', title: 'A', date: '2024-01-01', tags: ['Gate'], series: 'Locks', translationKey: 'a' },
      { slug: 'b', title: 'B', date: '2024-01-03', tags: ['Gate'] },
      { slug: 'a-de', title: 'A', date: '2024-01-02', lang: 'de', tags: ['Gate'], translationKey: 'a' },
      { slug: 'c-de', title: 'C', date: '2024-01-04', lang: 'de', tags: ['Tor'], series: 'Schleusen' },
      { slug: 'geheim', title: 'G', date: '2024-01-05', lang: 'fr', draft: true },
    ],
  })
  const [main, german] = blog.listSections()
  const slugs = (posts: readonly { slug: string }[] = []) => posts.map(({ slug }) => slug)

  test('lists posts in their own language, and a draft in none', () => {
    expect(blog.listSections().map(({ language, prefix }) => [language, prefix])).toEqual([
      ['en-GB', ''],
      ['de', '/de'],
    ])
    expect(slugs(main?.posts())).toEqual(['b', 'a'])
    expect(slugs(german?.posts())).toEqual(['c-de', 'a-de'])
    expect(slugs(blog.listPosts())).toEqual(['c-de', 'b', 'a-de', 'a'])
    expect(slugs(german?.getTermList('tags', 'gate')?.page.posts)).toEqual(['a-de'])
    expect(slugs(german?.getYear('2024')?.posts)).toEqual(['c-de', 'a-de'])
  })

  test('names lists in their language and gives them their own URLs', () => {
    expect(german?.getTermList('tags', 'tor')?.url).toBe('/de/tags/tor')
    expect(german?.getTermList('tags', 'tor')?.title).toBe('Beiträge zu Tor')
    expect(german?.getSeries('schleusen')?.series.url).toBe('/de/series/schleusen')
    expect(german?.getYear('2024')?.url).toBe('/de/archive/2024')
    expect(german?.describeList({ path: '/de' }).alternates?.types).toMatchObject({
      'application/rss+xml': [{ url: '/de/rss.xml' }],
    })
    expect(german?.listUrls()).toEqual([
      '/de',
      '/de/posts',
      '/de/tags',
      '/de/tags/tor',
      '/de/tags/gate',
      '/de/archive/2024',
      '/de/series/schleusen',
    ])
  })

  test('a post links to the lists and neighbors in its language', async () => {
    const page = await blog.getPostPage('a-de')
    expect(page?.post.tags.map(({ url }) => url)).toEqual(['/de/tags/gate'])
    expect(page?.post.newer?.slug).toBe('c-de')
    expect(page?.post.older).toBeUndefined()
    expect(slugs(page?.translations)).toEqual(['a-de', 'a'])
    expect(page && blog.describePost(page.post).alternates?.types).toMatchObject({
      'application/rss+xml': [{ url: '/de/rss.xml', title: expect.stringContaining('alle Beiträge') }],
    })
    expect(page?.prefix).toBe('/de')
    expect((await blog.getPostPage('b'))?.post.newer).toBeUndefined()
    expect((await blog.getPostPage('b'))?.post.older?.slug).toBe('a')
    expect((await blog.getPostPage('c-de'))?.part?.series.url).toBe('/de/series/schleusen')
  })

  test('each language has its own feeds, in that language', async () => {
    const feed = await german?.createFeed()
    expect(feed?.options).toMatchObject({ language: 'de', link: 'https://lock.example/de' })
    expect(feed?.options.feedLinks).toMatchObject({ rss: 'https://lock.example/de/rss.xml' })
    expect(feed?.items.map(({ link }) => link)).toEqual([
      'https://lock.example/posts/c-de',
      'https://lock.example/posts/a-de',
    ])
    const english = await main?.createFeed()
    expect(english?.items.map(({ link }) => link)).toEqual([
      'https://lock.example/posts/b',
      'https://lock.example/posts/a',
    ])
  })
})

test('a blog of one language is not affected', () => {
  const blog = makeBlog({ posts: [{ slug: 'a', lang: 'en' }, { slug: 'b' }] })
  expect(blog.listSections()).toHaveLength(1)
  expect(blog.lists.posts()).toHaveLength(2)
  expect(blog.lists.listUrls().slice(0, 2)).toEqual(['/', '/posts'])
})

test('an old URL does not hide a list', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'a' },
      { slug: 'b', lang: 'de', tags: ['Tor'], aliases: ['/de/tags/tor', '/de/posts/b'] },
    ],
  })
  expect(blog.listRedirects().get('/de/posts/b')).toBe('/posts/b')
  expect(blog.listRedirects().has('/de/tags/tor')).toBe(false)
})
