import { describe, expect, test } from 'vitest'
import { readAddress } from '@/lib/urls/normalize-path'
import { isReserved } from '@/lib/urls/reserved-paths'

describe('readAddress', () => {
  test.each([
    ['/2014/05/a.html', '/2014/05/a'],
    ['2014/05/a/', '/2014/05/a'],
    ['/a/index.html', '/a'],
    ['/a//b/', '/a/b'],
    ['https://old.example/a/?p=1#x', '/a'],
    ['/%C3%BCber/', '/über'],
    ['/u\u0308ber', '/über'],
    ['/100%/', '/100%'],
    ['/a.aspx', '/a.aspx'],
    ['/', '/'],
  ])('reads %s as %s', (written, path) => {
    expect(readAddress(written)).toEqual({ path })
  })

  test('adds the old site’s base once', () => {
    expect(readAddress('/a', '/blog')).toEqual({ path: '/blog/a' })
    expect(readAddress('/blog/a', '/blog')).toEqual({ path: '/blog/a' })
    expect(readAddress('/blogging', '/blog')).toEqual({ path: '/blog/blogging' })
  })

  test.each([
    '../a',
    '/a/../../b',
    '/?p=12',
    '/a\\b',
    '/a\u0000',
    '/%2e%2e/a',
    `/${'a'.repeat(300)}`,
    `/x/${'潮'.repeat(81)}`,
  ])('rejects %j', (written) => {
    expect(readAddress(written)).toHaveProperty('wrong')
  })

  test.each([
    '/',
    '/posts',
    '/api',
    '/api/x',
    '/_next/x',
    '/tags/x',
    '/rss.xml',
    '/feed',
    '/feed.xml',
    '/_vercel/insights',
    '/pagefind/x.js',
    '/_quire/x',
    '/admin',
  ])('reserves %s for the site', (path) => {
    expect(isReserved(path)).toBe(true)
  })

  test.each(['/posts/x', '/apis', '/blog/rss.xml', '/feed/2014'])('allows %s for posts', (path) => {
    expect(isReserved(path)).toBe(false)
  })
})
