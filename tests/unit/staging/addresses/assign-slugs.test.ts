import { describe, expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

describe('slugs', () => {
  test('the oldest post keeps a slug, others get their day, then their folder, and that is reported', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/_posts/2021-01-02-a.md': '',
      'posts/old/_posts/2020-01-01-a.md': '',
      'posts/old/_posts/one/2021-01-02-A.md': '',
    })
    expect(
      Object.fromEntries(posts.map(({ slug, settings }) => [settings.source.file.slice(25), slug])),
    ).toEqual({
      '2020-01-01-a.md': 'a',
      '2021-01-02-a.md': 'a-2021-01-02',
      'one/2021-01-02-A.md': 'a-one',
    })
    expect(problems.filter(({ rule }) => rule === 'slug/renamed')).toHaveLength(2)
  })

  test('the author’s own post keeps its slug against imported posts', async () => {
    const { posts } = await stageFiles({
      'posts/2024-01-01-a.md': '',
      'posts/old/_posts/2020-01-01-a.md': '',
    })
    expect(posts.map(({ slug }) => slug)).toEqual(['a', 'a-2020-01-01'])
  })
})

describe('names that no file can have', () => {
  const post = (slug: string) => `---\ntitle: A\ndate: 2020-01-01\nslug: "${slug}"\n---\n`
  const slugProblems = (problems: readonly { rule: string }[]) =>
    problems.filter(({ rule }) => rule.startsWith('slug/'))

  test('slugs that are too long are shortened, each to a different one, and reported', async () => {
    const long = 'tide-'.repeat(60)
    const { posts, pages, problems } = await stageFiles({
      'posts/a.md': post(`${long}a`),
      'posts/b.md': post(`${long}b`),
      'pages/c.md': `---\ntitle: C\nslug: ${long}\n---\n`,
    })
    expect(new Set(posts.map(({ slug }) => slug)).size).toBe(2)
    for (const { slug } of [...posts, ...pages]) expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(180)
    expect(slugProblems(problems)).toMatchObject([
      { rule: 'slug/page', severity: 'warning', line: 3 },
      { rule: 'slug/renamed', severity: 'warning', line: 4 },
      { rule: 'slug/renamed', severity: 'warning', line: 4 },
    ])
  })

  test.each(['con', 'COM1', 'index', 'nul', '🎉', '%ff', '\\uD800', '..'])(
    'a post named %s gets another name, which is reported',
    async (slug) => {
      const { posts, problems } = await stageFiles({ 'posts/a.md': post(slug) })
      expect(posts).toHaveLength(1)
      expect(posts[0]?.slug).toMatch(/^[a-z\d-]+$/)
      if (posts[0]?.slug !== 'ff') expect(slugProblems(problems)).toMatchObject([{ rule: 'slug/renamed' }])
    },
  )

  test.each([
    '_not-found',
    '404',
    '500',
    'index',
    'con',
    'posts',
    'api',
    '_error',
    '🎉',
    'search',
    'og',
    'feed',
    'pagefind',
    '_vercel',
  ])('a page named %s gets another name, which is reported', async (slug) => {
    const { pages, problems } = await stageFiles({ 'pages/a.md': `---\ntitle: A\nslug: "${slug}"\n---\n` })
    expect(pages).toHaveLength(1)
    expect(pages[0]?.slug).not.toBe(slug)
    expect(slugProblems(problems)).toMatchObject([{ rule: 'slug/page', severity: 'warning' }])
  })
})
