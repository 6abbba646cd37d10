import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

test('holds the newest published posts that have a date, in full', async () => {
  const blog = makeBlog({
    posts: [
      { slug: 'undated' },
      { slug: 'draft', date: '2024-03-01', draft: true },
      { slug: 'new', date: '2024-02-01' },
      { slug: 'old', date: '2024-01-01' },
    ],
  })
  const { items } = await blog.createFeed()
  expect(items.map(({ link }) => link)).toEqual([
    'https://lock.example/posts/new',
    'https://lock.example/posts/old',
  ])
  expect(items[0]?.content).toBe('<p>The text of new.</p>')
})

test('makes every URL complete', async () => {
  const blog = makeBlog({
    posts: [{ slug: 'a', date: '2024-01-01' }],
    texts: { a: '<p><a href="#x">x</a> <a href="/about">y</a> <img src="/media/a.png" alt=""></p>' },
  })
  const [item] = (await blog.createFeed()).items
  expect(item?.content).toContain('href="https://lock.example/posts/a#x"')
  expect(item?.content).toContain('href="https://lock.example/about"')
  expect(item?.content).toContain('src="https://lock.example/media/a.png"')
})
