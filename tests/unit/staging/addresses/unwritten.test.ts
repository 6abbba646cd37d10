import { expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

test('Eleventy writes no page for a file whose permalink is false', async () => {
  const { posts, pages } = await stageFiles({
    'eleventy.config.js': '',
    'posts/a.md': '---\ntitle: A\ndate: 2020-01-01\n---\nA text.\n',
    'posts/part.md': '---\ntitle: Part\npermalink: false\n---\nA text.\n',
    'about.md': '---\ntitle: About\npermalink: false\n---\nA text.\n',
  })
  expect([...posts, ...pages].map(({ slug }) => slug)).toEqual(['a'])
})

test('old URLs that the start page claims lead to the start page here', async () => {
  const { blogs } = await stageFiles({
    'hugo.toml': '',
    'content/_index.md': '---\ntitle: Home\naliases: [/contact/, /me]\n---\n',
    'content/posts/a.md': '---\ntitle: A\ndate: 2020-01-01\n---\nA text.\n',
  })
  expect(blogs[0]?.movedUrls).toMatchObject({ '/contact': '/', '/me': '/' })
})

test('a page without a text leads to the posts if its layout listed those below its URL', async () => {
  const page = (url: string) => `---\nlayout: list\npermalink: ${url}\n---\n`
  const { blogs, pages } = await stageFiles({
    '_config.yml': 'permalink: /en/harbor/:year/:title/',
    '_posts/2020-01-01-a.md': '---\ntitle: A\n---\nA text.\n',
    'harbor.md': page('/en/harbor/'),
    'empty.md': page('/en/empty/'),
  })
  expect(pages).toEqual([])
  expect(Object.entries(blogs[0]?.movedUrls ?? {})).toContainEqual(['/en/harbor', '/posts'])
  expect(blogs[0]?.movedUrls).not.toHaveProperty('/en/empty')
})
