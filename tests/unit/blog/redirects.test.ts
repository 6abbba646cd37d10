import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

test('redirects the old URLs of a post to it', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', permalink: '/2014/05/a', aliases: ['/a.php', '/старое'] }],
  }).listRedirects()
  expect(redirects.get('/2014/05/a')).toBe('/posts/a')
  expect(redirects.get('/a.php')).toBe('/posts/a')
  expect(redirects.get('/старое')).toBe('/posts/a')
})

test('redirects the URL of a post that only redirects', () => {
  const posts = [{ slug: 'a', permalink: '/a', redirectTo: 'https://other.example/a' }]
  const redirects = makeBlog({ posts }).listRedirects()
  expect(redirects.get('/a')).toBe('https://other.example/a')
  expect(redirects.get('/posts/a')).toBe('https://other.example/a')
})

test('never redirects to an unpublished post', () => {
  const redirects = makeBlog({
    posts: [
      { slug: 'draft', draft: true, permalink: '/draft', aliases: ['/old-draft'] },
      { slug: 'later', date: '2027-01-01', permalink: '/later' },
    ],
    guessedAddresses: { '/guess': '/posts/draft' },
  }).listRedirects()
  for (const path of ['/draft', '/old-draft', '/later', '/guess']) expect(redirects.has(path)).toBe(false)
})

test('redirects inferred URLs, but the author’s own redirects take precedence', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', aliases: ['/claimed'] }, { slug: 'b' }],
    guessedAddresses: { '/guess': '/posts/b', '/claimed': '/posts/b' },
  }).listRedirects()
  expect(redirects.get('/guess')).toBe('/posts/b')
  expect(redirects.get('/claimed')).toBe('/posts/a')
})

test('leads old URLs of pages to them, and of lists to ours, unless a post has the URL', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', permalink: '/news' }],
    pages: [
      { slug: 'about', permalink: '/team/about', aliases: ['/us'] },
      { slug: 'plan', permalink: '/team/plan', draft: true },
    ],
    movedUrls: { '/news': '/posts', '/log': '/posts', '/about': '/posts', '/chat': 'https://chat.example/' },
  }).listRedirects()
  expect(redirects.get('/team/about')).toBe('/about')
  expect(redirects.get('/us')).toBe('/about')
  expect(redirects.get('/log')).toBe('/posts')
  expect(redirects.get('/chat')).toBe('https://chat.example/')
  expect(redirects.get('/news')).toBe('/posts/a')
  expect(redirects.has('/about')).toBe(false)
  expect(redirects.has('/team/plan')).toBe(false)
})

test('follows redirects to other old URLs to their end, and no circle', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', permalink: '/2014/a' }],
    movedUrls: { '/one': '/two/#x', '/two': '/2014/a.html', '/left': '/right', '/right': '/left' },
  }).listRedirects()
  expect(redirects.get('/one')).toBe('/posts/a#x')
  expect(redirects.get('/two')).toBe('/posts/a')
  expect(redirects.has('/left')).toBe(true)
})

test('redirects the feed URLs of other systems', () => {
  expect(makeBlog().listRedirects().get('/feed.xml')).toBe('/rss.xml')
})

test('redirects other spellings of a tag to its list', () => {
  const redirects = makeBlog({ posts: [{ slug: 'a', tags: ['C++', 'Machine Learning'] }] }).listRedirects()
  expect(redirects.get('/tags/C++')).toBe('/tags/cpp')
  expect(redirects.get('/tags/c')).toBe('/tags/cpp')
  expect(redirects.get('/tags/Machine Learning')).toBe('/tags/machine-learning')
  expect(redirects.has('/tags/machine-learning')).toBe(false)
  expect(redirects.get('/tag/cpp')).toBe('/tags/cpp')
  // The spellings of another system only where posts come from one.
  expect(redirects.has('/blog/tag/cpp')).toBe(false)
})

test('redirects the lists of an imported blog to ours', () => {
  const posts = [{ slug: 'a', permalink: '/2014/a', tags: ['Go'], categories: ['Dev Log'] }]
  const redirects = makeBlog({ posts }).listRedirects()
  expect(redirects.get('/tag/go')).toBe('/tags/go')
  expect(redirects.get('/tag/Go')).toBe('/tags/go')
  expect(redirects.get('/category/dev-log')).toBe('/categories/dev-log')
  expect(redirects.get('/blog/categories/dev-log')).toBe('/categories/dev-log')
  expect(redirects.get('/archives')).toBe('/posts')
})

test('redirects no spelling that is the URL of another tag', () => {
  const redirects = makeBlog({ posts: [{ slug: 'a', tags: ['C', 'C++'] }] }).listRedirects()
  expect(redirects.has('/tags/c')).toBe(false)
})

test.each([
  ['jekyll', { categories: ['/category/:term'] }, '/category/dev-log', '/categories/dev-log'],
  [
    'octopress',
    { categories: ['/blog/categories/:term'] },
    '/blog/categories/dev-log',
    '/categories/dev-log',
  ],
  ['hugo', { tags: ['/topics/:term/'] }, '/topics/c++', '/tags/cpp'],
  ['hugo', { tags: ['/tags/:term/'] }, '/tags/c++', '/tags/cpp'],
  ['hexo', { categories: ['/rubriken/:term'] }, '/rubriken/Dev-Log', '/categories/dev-log'],
  ['zola', { tags: ['/blog/tags/:term'] }, '/blog/tags/c', '/tags/cpp'],
])('redirects the URLs that the configuration of %s gave to terms', (dialect, patterns, from, to) => {
  const posts = [{ slug: 'a', tags: ['C++'], categories: ['Dev Log'] }]
  const redirects = makeBlog({ posts, oldTermUrls: [{ dialect, ...patterns }] }).listRedirects()
  expect(redirects.get(from)).toBe(to)
})

test('redirects no URL of a term that the site uses itself', () => {
  const redirects = makeBlog({
    posts: [{ slug: 'a', tags: ['about', 'api', 'Go', '../up', '$&'] }],
    pages: [{ slug: 'about' }],
    oldTermUrls: [{ dialect: 'jekyll', tags: ['/:term', '/tags/:term'] }],
  }).listRedirects()
  for (const path of ['/about', '/api', '/tags/go', '/$&', '/..']) expect(redirects.has(path)).toBe(false)
  expect(redirects.get('/go')).toBe('/tags/go')
})
