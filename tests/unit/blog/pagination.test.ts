import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPage, paginate } from '../../../lib/blog/lists/pagination'

/** Newest first, like lists of posts: 5, 4, 3, 2, 1. */
const posts = (count: number) => Array.from({ length: count }, (_, index) => count - index)

describe('paginate', () => {
  test('makes one page of few posts, or of none', () => {
    expect(paginate(posts(3), 2, '/posts')).toEqual([
      { number: 1, count: 1, url: '/posts', posts: [3, 2, 1], newer: undefined, older: undefined },
    ])
    expect(paginate([], 2, '/posts')).toHaveLength(1)
  })

  test('counts from the oldest post and links the pages to one another', () => {
    expect(paginate(posts(5), 2, '/posts')).toEqual([
      { number: 2, count: 2, url: '/posts', posts: [5, 4, 3], newer: undefined, older: '/posts/page/1' },
      { number: 1, count: 2, url: '/posts/page/1', posts: [2, 1], newer: '/posts', older: undefined },
    ])
  })

  test('never changes a numbered page when posts are added, and loses no post', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 7 }), (count, size) => {
        const before = paginate(posts(count), size, '/posts')
        const after = paginate(posts(count + 1), size, '/posts')
        for (const page of before.slice(1))
          expect(after.find(({ number }) => number === page.number)?.posts).toEqual(page.posts)
        expect(after.flatMap((page) => page.posts)).toEqual(posts(count + 1))
      }),
    )
  })

  test('finds a page by the number in its URL, except the newest', () => {
    const pages = paginate(posts(7), 2, '/posts')
    expect(findPage(pages, '1')?.posts).toEqual([2, 1])
    for (const number of ['3', '01', '0', '', '-1', 'x']) expect(findPage(pages, number)).toBeUndefined()
  })
})
