import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

const blog = makeBlog({
  posts: [
    { slug: 'two', date: '2024-02-01', series: 'Building a lock' },
    { slug: 'one', date: '2024-01-01', series: 'building a lock' },
    { slug: 'draft', date: '2024-01-15', series: 'Building a lock', draft: true },
    { slug: 'other', date: '2025-01-01', series: 'Gates' },
    { slug: 'alone', date: '2024-01-01' },
  ],
})

test('lists series in the order of their newest post', () => {
  expect(blog.lists.listSeries().map(({ series }) => series.slug)).toEqual(['gates', 'building-a-lock'])
})

test('lists the posts of a series in reading order, without drafts', () => {
  expect(blog.lists.getSeries('building-a-lock')?.posts.map(({ slug }) => slug)).toEqual(['one', 'two'])
})

test('knows which part of its series a post is', () => {
  const part = blog.lists.partOf({ slug: 'two' })
  expect(part).toMatchObject({
    number: 2,
    series: { name: 'Building a lock', url: '/series/building-a-lock' },
  })
  expect(part?.posts).toHaveLength(2)
  expect(blog.lists.partOf({ slug: 'alone' })).toBeUndefined()
  expect(blog.lists.partOf({ slug: 'draft' })).toBeUndefined()
})
