import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

test('describes the home page by the name of the site', () => {
  expect(makeBlog().describePage({ path: '/' })).toMatchObject({
    title: { absolute: 'The Lock' },
    description: 'Notes from a lock.',
    alternates: { canonical: '/' },
    openGraph: { siteName: 'The Lock', locale: 'en_GB', type: 'website' },
  })
})

test('describes a post with its dates, authors and tags', async () => {
  const blog = makeBlog({
    posts: [
      {
        slug: 'a',
        date: '2024-01-01',
        updated: '2024-02-01',
        tags: ['Go'],
        categories: ['Water'],
        series: 'Locks',
        canonical: 'https://x.example/',
      },
    ],
  })
  const post = await blog.getPost('a')
  expect(post && blog.describePost(post)).toMatchObject({
    title: 'The title of a',
    alternates: { canonical: 'https://x.example/' },
    openGraph: {
      type: 'article',
      publishedTime: '2024-01-01',
      modifiedTime: '2024-02-01',
      authors: ['Mira'],
      tags: ['Go'],
      section: 'Water',
    },
  })
})

test('prefers the picture of a page to the picture of the site', () => {
  const site = { image: { src: 'site.png' }, pictures: { 'site.png': { url: '/media/site.png' } } }
  const blog = makeBlog({ site })
  expect(blog.describePage({ path: '/' }).openGraph?.images).toEqual([{ alt: '', url: '/media/site.png' }])
  const image = { url: '/media/own.png', alt: 'Own' }
  expect(blog.describePage({ path: '/', image }).openGraph?.images).toEqual([image])
})
