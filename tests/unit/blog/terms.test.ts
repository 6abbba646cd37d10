import { describe, expect, test } from 'vitest'
import { makeBlog } from './make-blog'

describe('tags', () => {
  test('are counted, the most used first, then by name', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'a', date: '2024-01-01', tags: ['Zig', 'Go'] },
        { slug: 'b', date: '2024-01-02', tags: ['go', 'Ada'] },
      ],
    })
    expect(blog.lists.listTags().map(({ name, count }) => `${name} ${count}`)).toEqual([
      'go 2',
      'Ada 1',
      'Zig 1',
    ])
  })

  test('with unusual names are distinguished, and each has a URL', () => {
    const names = [
      'C',
      'C++',
      'C#',
      'C*',
      '.NET',
      'NET',
      '日本語',
      'a/b',
      'ab',
      '🎉',
      '🎊',
      '???',
      '!',
      'Node.js',
    ]
    const tags = makeBlog({ posts: [{ slug: 'a', tags: [...names, ' c++ '] }] }).lists.listTags()
    expect(new Set(tags.map(({ slug }) => slug)).size).toBe(names.length)
    for (const { slug, url } of tags) expect(decodeURIComponent(url)).toBe(`/tags/${slug}`)
    for (const { slug } of tags) expect(slug).toMatch(/^[^/?#.%\s]+$/)
  })

  test('list their posts, newest first', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'old', date: '2024-01-01', tags: ['Go'] },
        { slug: 'new', date: '2024-01-02', tags: ['go'] },
      ],
    })
    const list = blog.lists.getTermList('tags', 'go')
    expect(list).toMatchObject({ name: 'go', title: 'Posts about go', url: '/tags/go', count: 2 })
    expect(list?.page.posts.map(({ slug }) => slug)).toEqual(['new', 'old'])
  })

  test('are unknown if only drafts have them', () => {
    const blog = makeBlog({ posts: [{ slug: 'a', draft: true, tags: ['secret'], categories: ['hidden'] }] })
    expect(blog.lists.listTags()).toEqual([])
    expect(blog.lists.listCategories()).toEqual([])
    expect(blog.lists.getTermList('tags', 'secret')).toBeUndefined()
  })

  test('can be named like a property that every JavaScript object has', () => {
    expect(makeBlog().lists.getTermList('tags', 'constructor')).toBeUndefined()
  })
})

describe('authors', () => {
  const by = (...names: string[]) => names.map((name) => ({ name }))

  test('have lists if there is more than one', () => {
    const blog = makeBlog({
      posts: [
        { slug: 'a', date: '2024-01-02', authors: by('Ada', 'Mira') },
        { slug: 'b', date: '2024-01-01' },
      ],
    })
    expect(blog.lists.listAuthors().map(({ name, count }) => `${name} ${count}`)).toEqual(['Mira 2', 'Ada 1'])
    expect(blog.lists.getTermList('authors', 'ada')?.count).toBe(1)
  })

  test('have none in a blog of one author', () => {
    const blog = makeBlog({ posts: [{ slug: 'a' }] })
    expect(blog.lists.listAuthors()).toEqual([])
    expect(blog.lists.getTermList('authors', 'mira')).toBeUndefined()
  })
})

test('years come from the dates as written, newest first', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'a', date: '2024-01-01T00:30:00+05:30' },
      { slug: 'b', date: '2022-05-05' },
      { slug: 'c' },
      { slug: 'd', date: '2030-01-01' },
    ],
  })
  expect(blog.lists.listYears().map(({ year, url, posts }) => [year, url, posts.length])).toEqual([
    ['2024', '/archive/2024', 1],
    ['2022', '/archive/2022', 1],
  ])
  expect(blog.lists.getYear('2030')).toBeUndefined()
})

test('pinned posts are listed', () => {
  const blog = makeBlog({
    posts: [{ slug: 'a', pinned: true }, { slug: 'b' }, { slug: 'c', pinned: true, draft: true }],
  })
  expect(blog.lists.listPinned().map(({ slug }) => slug)).toEqual(['a'])
})
