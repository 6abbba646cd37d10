import { expect, test } from 'vitest'
import { listOldTermUrls } from '@/lib/references/old-term-urls'

const posts = [{ tags: ['Sea Locks'], categories: ['Canals'] }, { tags: ['Sea Locks'] }]

test('the lists of each term are those of the configuration and the usual ones', () => {
  const urls = listOldTermUrls(posts, [{ dialect: 'jekyll', tags: ['/blog/topics/:term'] }])
  expect([...urls]).toEqual(
    expect.arrayContaining([
      '/blog/topics/sea-locks',
      '/tag/sea-locks',
      '/tag/Sea Locks',
      '/category/canals',
    ]),
  )
  expect(urls.has('/tag/canals')).toBe(false)
})

test('a site without imported blogs has none', () => {
  expect(listOldTermUrls(posts, []).size).toBe(0)
})
