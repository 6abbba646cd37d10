import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

test('counts tags, the most used first, then by name', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'a', date: '2024-01-01', tags: ['Zig', 'Go'] },
      { slug: 'b', date: '2024-01-02', tags: ['go', 'Ada'] },
    ],
  })
  expect(blog.listTags().map(({ name, count }) => `${name} ${count}`)).toEqual(['go 2', 'Ada 1', 'Zig 1'])
})

test('tells C, C++, C# and .NET apart', () => {
  const blog = makeBlog({ posts: [{ slug: 'a', tags: ['C', 'C++', 'C#', '.NET', ' c++ '] }] })
  expect(blog.listTags().map(({ slug }) => slug)).toEqual(['dotnet', 'c', 'csharp', 'cpp'])
})

test('lists the posts of a tag, newest first', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'old', date: '2024-01-01', tags: ['Go'] },
      { slug: 'new', date: '2024-01-02', tags: ['go'] },
    ],
  })
  expect(blog.getTag('go')?.posts.map(({ slug }) => slug)).toEqual(['new', 'old'])
})

test('knows no tag that only drafts have', () => {
  const blog = makeBlog({ posts: [{ slug: 'a', draft: true, tags: ['secret'] }] })
  expect(blog.listTags()).toEqual([])
  expect(blog.getTag('secret')).toBeUndefined()
})

test('knows no tag that JavaScript gives to every object', () => {
  expect(makeBlog().getTag('constructor')).toBeUndefined()
})
