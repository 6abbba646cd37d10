import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

test('a post without a picture gets a generated share image with size and alternative text', async () => {
  const blog = makeBlog({ posts: [{ slug: 'a', title: 'The gate', date: '2024-01-01' }] })
  const post = await blog.getPost('a')
  if (!post) throw new Error('There is no post.')
  const image = blog.shareImageOf(post)
  expect(image).toEqual({
    url: expect.stringMatching(/^\/og\/posts\/a\/[0-9a-f]{16}\.png$/),
    width: 1200,
    height: 630,
    alt: 'The gate — The Lock',
  })
  const metadata = blog.describePost(post)
  expect(metadata.openGraph?.images).toEqual([image])
  expect(metadata.twitter).toEqual({ card: 'summary_large_image' })
  expect(blog.findShareImage(image?.url ?? '')?.card).toEqual({
    title: 'The gate',
    site: 'The Lock',
    author: 'Mira',
    date: '1 January 2024',
    lang: 'en-GB',
  })
})

test('a picture of the post or the site takes precedence', async () => {
  const own = { src: 'own.png', alt: 'Own' }
  const pictures = { 'own.png': { url: '/_quire/media/own.png', width: 3, height: 2 } }
  const posts = [{ slug: 'a' }, { slug: 'b', image: own, pictures }]
  const blog = makeBlog({ posts })
  expect(blog.listShareImages().map(({ url }) => url.replace(/[^/]*$/, ''))).toEqual([
    '/og/site/',
    '/og/posts/a/',
  ])
  const [, b] = [await blog.getPost('a'), await blog.getPost('b')]
  expect(b && blog.shareImageOf(b)?.url).toBe('/_quire/media/own.png')
  const illustrated = makeBlog({ posts, site: { image: own, pictures } })
  expect(illustrated.listShareImages()).toEqual([])
  const a = await illustrated.getPost('a')
  expect(a && illustrated.shareImageOf(a)?.url).toBe('/_quire/media/own.png')
})

test('drafts and scheduled posts have none, pages have one', () => {
  const blog = makeBlog({
    posts: [
      { slug: 'draft', draft: true },
      { slug: 'later', date: '2999-01-01' },
    ],
    pages: [{ slug: 'about' }, { slug: 'hidden', draft: true }],
  })
  expect(blog.listShareImages().map(({ url }) => url.replace(/[^/]*$/, ''))).toEqual([
    '/og/site/',
    '/og/pages/about/',
  ])
})

test('an invented URL is not found, nor one with the hash of another post or an earlier title', () => {
  const before = makeBlog({ posts: [{ slug: 'a', title: 'Before' }, { slug: 'b' }] })
  const [, a] = before.listShareImages()
  const url = a?.url ?? ''
  expect(before.findShareImage(url)).toBeDefined()
  for (const wrong of [
    url.replace('/a/', '/b/'),
    url.replace(/.\.png$/, 'x.png'),
    url.replace('.png', '.jpg'),
    `${url}/`,
    '/og',
    '/og/constructor',
  ])
    expect(before.findShareImage(wrong), wrong).toBeUndefined()
  expect(makeBlog({ posts: [{ slug: 'a', title: 'After' }] }).findShareImage(url)).toBeUndefined()
})

test('a new theme, title or date changes the URL', () => {
  const url = (fields: object) => makeBlog({ posts: [{ slug: 'a', ...fields }] }).listShareImages()[1]?.url
  expect(new Set([url({}), url({ title: 'B' }), url({ date: '2024-01-01' }), url({ lang: 'de' })]).size).toBe(
    4,
  )
})
