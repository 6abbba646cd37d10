import { expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

const post = (title: string) => `---\ntitle: ${title}\ndate: 2021-03-04\n---\nA text.\n`

test('a folder _posts in which no name has a date belongs to another system than Jekyll', async () => {
  const { blogs, posts, problems } = await stageFiles({
    'posts/old/_config.yml': 'title: Old',
    'posts/old/_posts/lock.md': post('The lock'),
    'posts/old/_posts/sea/gate.md': post('The gate'),
    'posts/old/README.md': '# The source of a blog',
  })
  expect(blogs).toMatchObject([{ dialect: 'plain' }])
  expect(posts.map(({ slug }) => slug).sort()).toEqual(['gate', 'lock'])
  expect(problems.filter(({ rule }) => rule === 'files/unread')).toEqual([])
})

test('in a blog of Jekyll, a name without a date is no post', async () => {
  const { blogs, posts } = await stageFiles({
    'posts/old/_posts/2021-03-04-lock.md': post('The lock'),
    'posts/old/_posts/gate.md': post('The gate'),
  })
  expect(blogs).toMatchObject([{ dialect: 'jekyll' }])
  expect(posts.map(({ slug }) => slug)).toEqual(['lock'])
})
