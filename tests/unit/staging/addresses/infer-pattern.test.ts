import { expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

/** Stages an imported blog of these posts, each with a text. */
async function stageBlog(posts: Record<string, string>) {
  const files = Object.entries(posts).map(([path, text]) => [
    `posts/old/${path}`,
    `---\ntitle: T\ndate: 2020-03-04\n---\n${text}`,
  ])
  const { posts: staged, problems, blogs } = await stageFiles(Object.fromEntries(files))
  const inferred = problems.filter(({ rule }) => rule === 'address/inferred')
  return {
    addresses: Object.fromEntries(staged.map(({ slug, aliases }) => [slug, aliases])),
    inferred,
    origins: blogs.map(({ origin }) => origin),
  }
}

test.each([
  ['/one/', '<a href="/two">', { one: ['/one'], two: ['/two'], three: ['/three'] }],
  ['/blog/one/', '[x](/blog/two/)', { one: ['/blog/one'], two: ['/blog/two'], three: ['/blog/three'] }],
  [
    '/2020/03/04/one.html',
    '[x](/2020/03/04/two.html)',
    { one: ['/2020/03/04/one'], two: ['/2020/03/04/two'], three: ['/2020/03/04/three'] },
  ],
])('uses the pattern of links such as %s for all posts', async (first, second, addresses) => {
  const found = await stageBlog({ 'one.md': second, 'two.md': `Text\n\n[x](${first})`, 'three.md': 'Text' })
  expect(found.addresses).toEqual(addresses)
  expect(found.inferred).toMatchObject([{ severity: 'warning', file: 'content/posts/old/one.md', line: 5 }])
})

test('recognizes the folders of files in the links', async () => {
  const found = await stageBlog({
    'docs/go/one.md': '[x](/go/two)',
    'docs/go/two.md': '[x](/js/three)',
    'docs/js/three.md': '[x](/go/one)',
    'docs/js/four.md': 'Text',
  })
  expect(found.addresses.four).toEqual(['/js/four'])
})

test('ignores a single post, links in code and the site’s current URLs as evidence', async () => {
  const found = await stageBlog({
    'one.md': '[x](/blog/two)',
    'two.md': '```\n[x](/blog/one)\n```\n[x](/posts/one)',
    'three.md': '[x](/blog/two)',
  })
  expect(found.addresses).toEqual({ one: [], two: [], three: [] })
  expect(found.inferred).toEqual([])
})

test('is skipped if the configuration sets the pattern', async () => {
  const found = await stageBlog({
    '_source.yaml': '',
    'one.md': '[x](/two)',
    'two.md': '[x](/one)',
  })
  expect(found.inferred).toHaveLength(1)
  const { posts } = await stageFiles({ 'posts/old/_source.yaml': 'permalink: /a/:title/' })
  expect(posts.map(({ permalink }) => permalink)).toEqual(['/a/one', '/a/two'])
})

test('treats absolute links to most of the posts as links of the same site', async () => {
  const found = await stageBlog({
    'one.md': '[x](https://old.example/blog/two/)',
    'two.md': 'Text\n\n<a href="https://old.example/blog/three">x</a>',
    'three.md': '[x](https://old.example/blog/one)\n[y](https://code.example/one)',
  })
  expect(found.addresses).toEqual({ one: ['/blog/one'], two: ['/blog/two'], three: ['/blog/three'] })
  expect(found.origins).toEqual(['https://old.example'])
})

test('treats a site that only two posts link to as another site', async () => {
  const found = await stageBlog({
    'one.md': '[x](https://code.example/two)',
    'two.md': '[x](https://code.example/one)',
    'three.md': 'Text',
  })
  expect(found.addresses.one).toEqual([])
  expect(found.origins).toEqual([undefined])
})
