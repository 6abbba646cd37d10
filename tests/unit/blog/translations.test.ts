import { expect, test } from 'vitest'
import { makeBlog } from './make-blog'

const blog = makeBlog({
  posts: [
    { slug: 'gate', date: '2024-01-01', translationKey: 'gate' },
    { slug: 'tor', date: '2024-01-01', translationKey: 'gate', lang: 'de' },
    { slug: 'porte', date: '2024-01-01', translationKey: 'gate', lang: 'fr', draft: true },
    { slug: 'alone', date: '2024-01-02' },
  ],
})

test('links the published translations of a post', async () => {
  const post = await blog.getPost('tor')
  expect(
    post &&
      blog
        .listTranslations(post)
        .map(({ slug }) => slug)
        .sort(),
  ).toEqual(['gate', 'tor'])
  expect(post && blog.describePost(post).alternates?.languages).toEqual({
    'en-GB': '/posts/gate',
    de: '/posts/tor',
  })
})

test('lists nothing for a post without translations', async () => {
  const post = await blog.getPost('alone')
  expect(post && blog.listTranslations(post)).toEqual([])
  expect(post && blog.describePost(post).alternates?.languages).toBeUndefined()
})
