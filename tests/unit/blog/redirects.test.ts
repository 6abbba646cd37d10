import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

test('leads the old URLs of a post to it', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', permalink: '/2014/05/a', aliases: ['/a.php', '/старое'] }],
  }).listRedirects()
  expect(redirects.get('/2014/05/a')).toBe('/posts/a')
  expect(redirects.get('/a.php')).toBe('/posts/a')
  expect(redirects.get('/старое')).toBe('/posts/a')
})

test('forwards a post that only forwards', () => {
  const posts = [{ slug: 'a', permalink: '/a', redirectTo: 'https://other.example/a' }]
  const redirects = makeBlog({ posts }).listRedirects()
  expect(redirects.get('/a')).toBe('https://other.example/a')
  expect(redirects.get('/posts/a')).toBe('https://other.example/a')
})

test('leads nobody to what is not published', () => {
  const redirects = makeBlog({
    posts: [
      { slug: 'draft', draft: true, permalink: '/draft', aliases: ['/old-draft'] },
      { slug: 'later', date: '2027-01-01', permalink: '/later' },
    ],
    guessedAddresses: { '/guess': '/posts/draft' },
  }).listRedirects()
  for (const path of ['/draft', '/old-draft', '/later', '/guess']) expect(redirects.has(path)).toBe(false)
})

test('answers guessed URLs, and lets what an author wrote win', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', aliases: ['/claimed'] }, { slug: 'b' }],
    guessedAddresses: { '/guess': '/posts/b', '/claimed': '/posts/b' },
  }).listRedirects()
  expect(redirects.get('/guess')).toBe('/posts/b')
  expect(redirects.get('/claimed')).toBe('/posts/a')
})

test('answers where other systems keep their feeds', () => {
  expect(makeBlog().listRedirects().get('/feed.xml')).toBe('/rss.xml')
})
