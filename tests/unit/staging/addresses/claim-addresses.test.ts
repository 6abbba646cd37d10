import { describe, expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

describe('collisions', () => {
  test.each([
    ['aliases: [/x]', 'aliases: [/x.html]', 'content/posts/2020-01-01-a.md'],
    ['permalink: /x/', 'redirect_from: x', 'content/posts/2020-01-01-a.md'],
    ['slug: b2', 'aliases: [/posts/b2]', 'content/posts/2020-01-01-a.md'],
  ])('%s and %s: a warning that names both', async (first, second, other) => {
    const { problems } = await stageFiles({
      'posts/2020-01-01-a.md': `---\ntitle: A\n${first}\n---\n`,
      'posts/2020-01-01-b.md': `---\ntitle: B\n${second}\n---\n`,
    })
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'address/unusable', file: 'content/posts/2020-01-01-b.md', line: 3 },
    ])
    expect(problems[0]?.message).toContain(other)
  })

  test.each(['/api/x', '../x', '/about', '/', '/?p=1'])(
    'a permalink to %s is rejected with its line',
    async (written) => {
      const { posts, problems } = await stageFiles({
        'pages/about.md': '# About',
        'posts/2020-01-01-a.md': `---\ntitle: A\npermalink: ${written}\n---\n`,
      })
      expect(problems).toMatchObject([{ severity: 'warning', rule: 'address/unusable', line: 3 }])
      expect(posts).toMatchObject([{ slug: 'a' }])
      expect(posts[0]?.permalink).toBeUndefined()
    },
  )

  test('an old URL equal to the current one is ignored', async () => {
    const { posts, problems } = await stageFiles({
      'posts/2020-01-01-a.md': '---\ntitle: A\npermalink: /posts/a/\n---\n',
    })
    expect(problems).toEqual([])
    expect(posts[0]?.permalink).toBeUndefined()
  })
})

describe('redirect_to', () => {
  const post = (yaml: string) => `---\ntitle: A\n${yaml}\n---\n`

  test('is followed to its final target', async () => {
    const { posts, problems } = await stageFiles({
      'posts/2020-01-01-a.md': post('redirect_to: /old-b.html'),
      'posts/2020-01-01-b.md': post('aliases: /old-b\nredirect_to: [/posts/c/]'),
      'posts/2020-01-01-c.md': post(''),
      'posts/2020-01-01-d.md': post('redirect: https://other.example/ü'),
    })
    expect(problems).toEqual([])
    expect(posts.map(({ redirectTo }) => redirectTo)).toEqual([
      '/posts/c',
      '/posts/c',
      undefined,
      'https://other.example/%C3%BC',
    ])
  })

  test('a circle is a warning for each post in it', async () => {
    const { problems } = await stageFiles({
      'posts/2020-01-01-a.md': post('redirect_to: /posts/b'),
      'posts/2020-01-01-b.md': post('redirect_to: /posts/a'),
    })
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        rule: 'address/redirect-circle',
        file: 'content/posts/2020-01-01-a.md',
        line: 3,
      },
      {
        severity: 'warning',
        rule: 'address/redirect-circle',
        file: 'content/posts/2020-01-01-b.md',
        line: 3,
      },
    ])
  })

  test('to a URL that does not exist is a warning', async () => {
    const { posts, problems } = await stageFiles({ 'posts/2020-01-01-a.md': post('redirect_to: /nowhere') })
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'address/dead-redirect', line: 3 }])
    expect(posts[0]?.redirectTo).toBeUndefined()
  })
})
