import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stage } from '@/lib/staging/stage'
import { readAddress } from '@/lib/urls/normalize-path'
import { isReserved } from '@/lib/urls/reserved-paths'

let projectDir: string

beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'quire-addresses-'))
})

afterEach(() => rm(projectDir, { recursive: true }))

async function stageFiles(files: Record<string, string>) {
  for (const [path, text] of Object.entries({ 'site.yaml': 'url: https://t.example', ...files })) {
    const file = join(projectDir, 'content', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return stage({ projectDir, contentDir: 'content' })
}

/** The old address of one post of an old blog. */
async function oldAddress(
  config: Record<string, string>,
  path: string,
  yaml = '',
): Promise<string | undefined> {
  const text = `---\ntitle: What’s New?\n${yaml}\n---\n`
  const { posts, problems } = await stageFiles({ ...config, [path]: text })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return posts[0]?.permalink
}

describe('readAddress', () => {
  test.each([
    ['/2014/05/a.html', '/2014/05/a'],
    ['2014/05/a/', '/2014/05/a'],
    ['/a/index.html', '/a'],
    ['/a//b/', '/a/b'],
    ['https://old.example/a/?p=1#x', '/a'],
    ['/%C3%BCber/', '/über'],
    ['/u\u0308ber', '/über'],
    ['/100%/', '/100%'],
    ['/a.aspx', '/a.aspx'],
    ['/', '/'],
  ])('reads %s as %s', (written, path) => {
    expect(readAddress(written)).toEqual({ path })
  })

  test('adds the old site’s base once', () => {
    expect(readAddress('/a', '/blog')).toEqual({ path: '/blog/a' })
    expect(readAddress('/blog/a', '/blog')).toEqual({ path: '/blog/a' })
    expect(readAddress('/blogging', '/blog')).toEqual({ path: '/blog/blogging' })
  })

  test.each([
    '../a',
    '/a/../../b',
    '/?p=12',
    '/a\\b',
    '/a\u0000',
    '/%2e%2e/a',
    `/${'a'.repeat(300)}`,
    `/x/${'潮'.repeat(81)}`,
  ])('rejects %j', (written) => {
    expect(readAddress(written)).toHaveProperty('wrong')
  })

  test.each([
    '/',
    '/posts',
    '/api',
    '/api/x',
    '/_next/x',
    '/tags/x',
    '/rss.xml',
    '/feed',
    '/feed.xml',
    '/_quire/x',
    '/admin',
  ])('reserves %s for the site', (path) => {
    expect(isReserved(path)).toBe(true)
  })

  test.each(['/posts/x', '/apis', '/blog/rss.xml', '/feed/2014'])('allows %s for posts', (path) => {
    expect(isReserved(path)).toBe(false)
  })
})

describe('Jekyll’s permalinks', () => {
  const file = '_posts/2013-05-06-Hello.World.md'
  test.each([
    ['', '/2013/05/06/Hello.World'],
    ['date', '/2013/05/06/Hello.World'],
    ['pretty', '/2013/05/06/Hello.World'],
    ['ordinal', '/2013/126/Hello.World'],
    ['weekdate', '/2013/W19/Mon/Hello.World'],
    ['none', '/Hello.World'],
    ['/:categories/:title/', '/Hello.World'],
    ['/blog/:year/:i_month/:i_day/:slug', '/blog/2013/5/6/hello-world'],
    ['/:short_year-:short_month-:long_month/:y_day/:title:output_ext', '/13-May-May/126/Hello.World'],
    ['/:year/:month/:day/:hour:minute:second/:title', '/2013/05/06/000000/Hello.World'],
    ['/:collection/:path/', '/posts/2013-05-06-Hello.World'],
    ['/archives/:w_year/:w_day/:short_day/:long_day/:title', '/archives/2013/1/Mon/Monday/Hello.World'],
  ])('%j', async (pattern, address) => {
    const config = { '_config.yml': pattern ? `permalink: ${pattern}` : 'title: Old' }
    expect(await oldAddress(config, file)).toBe(address)
  })

  test('categories come from the folders above and from the front matter', async () => {
    expect(
      await oldAddress({ '_config.yml': '' }, 'Tech/_posts/2013-05-06-a.md', 'categories: Big News'),
    ).toBe('/tech/big/news/2013/05/06/a')
  })

  test('the pattern of a collection, and a slug in the front matter', async () => {
    const config = {
      '_config.yml': 'permalink: none\ncollections: {posts: {permalink: "/news/:year/:title/"}}',
    }
    expect(await oldAddress(config, '_posts/2013-05-06-a.md', 'slug: b')).toBe('/news/2013/b')
  })

  test('a pattern in the post itself', async () => {
    expect(await oldAddress({}, '_posts/2013-05-06-a.md', 'permalink: /:year/x/:title.html')).toBe(
      '/2013/x/a',
    )
  })

  test('the day is that of the old site’s time zone; the URL with the written day redirects too', async () => {
    const { posts } = await stageFiles({
      '_config.yml': 'timezone: America/Los_Angeles',
      '_posts/2013-05-06-a.md': '---\ntitle: A\ndate: 2013-05-06 02:12:52 +0200\n---\n',
    })
    expect(posts).toMatchObject([
      { permalink: '/2013/05/05/a', aliases: ['/2013/05/06/a'], date: '2013-05-06T02:12:52+02:00' },
    ])
  })

  test('the base path comes first', async () => {
    expect(await oldAddress({ '_config.yml': 'baseurl: /blog/' }, '_posts/2013-05-06-a.md')).toBe(
      '/blog/2013/05/06/a',
    )
  })
})

test('Octopress has its own pattern', async () => {
  expect(await oldAddress({ '_config.yml': '' }, 'source/_posts/2013-05-06-a.markdown')).toBe(
    '/blog/2013/05/06/a',
  )
})

describe('Hugo’s permalinks', () => {
  test.each([
    ['', 'content/blog/Two Words.md', '', '/blog/two-words'],
    ['', 'content/blog/deep/a/index.md', '', '/blog/deep/a'],
    ['', 'content/blog/a.md', 'slug: b', '/blog/b'],
    ['', 'content/blog/a.md', 'url: /x/y.html', '/x/y'],
    [
      '[permalinks]\nblog = "/:year/:month/:day/:slug/"',
      'content/blog/a.md',
      'date: 2013-05-06',
      '/2013/05/06/whats-new',
    ],
    [
      '[permalinks.page]\nblog = "/:year/:slugorfilename/"',
      'content/blog/a.md',
      'date: 2013-05-06',
      '/2013/a',
    ],
    ['[permalinks]\nblog = "/:sections[1:]/:contentbasename"', 'content/blog/b/c/a.md', '', '/b/c/a'],
    [
      '[permalinks]\nblog = "/:monthname/:weekdayname/:yearday/:title"',
      'content/blog/a.md',
      'date: 2013-05-06',
      '/may/monday/126/whats-new',
    ],
    ['uglyURLs = true', 'content/blog/a.md', '', '/blog/a'],
    ['baseURL = "https://old.example/home/"', 'content/blog/a.md', '', '/home/blog/a'],
  ])('%j, %s %s', async (toml, file, yaml, address) => {
    expect(await oldAddress({ 'hugo.toml': toml }, file, yaml)).toBe(address)
  })

  test('an alias without a slash counts from the root and from the page', async () => {
    const { posts } = await stageFiles({
      'hugo.toml': '',
      'content/blog/a.md': '---\ntitle: A\ndate: 2013-05-06\naliases: [old, /older/]\n---\n',
    })
    expect(posts[0]?.aliases).toEqual(['/old', '/older', '/blog/old'])
  })
})

test('the URLs of Zola pages follow the file path, or `path`', async () => {
  const config = { 'config.toml': 'base_url = "https://old.example"' }
  expect(await oldAddress(config, 'content/News/2013-05-06-Rust 1.12.md')).toBe('/news/rust-1-12')
  await rm(join(projectDir, 'content/content/News'), { recursive: true })
  expect(await oldAddress(config, 'content/a.md', 'path: 2016/09/29/Rust-1.12')).toBe('/2016/09/29/Rust-1.12')
})

test('Ghost served posts from the root', async () => {
  expect(await oldAddress({ '_source.yaml': 'dialect: ghost' }, 'a.md', 'slug: b')).toBe('/b')
})

test('the aliases of a vault are names of notes, not URLs', async () => {
  const { posts } = await stageFiles({
    '.obsidian/app.json': '{}',
    'A.md': '---\ndate: 2020-01-01\ntitle: A\naliases: [Another name]\n---\n',
  })
  expect(posts).toMatchObject([{ aliases: [], extra: { aliases: ['Another name'] } }])
})

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

  test.each(['_not-found', '404', '500', 'index', 'con', 'posts', 'api', '_error', '🎉', 'search', 'og'])(
    'a page named %s gets another name, which is reported',
    async (slug) => {
      const { pages, problems } = await stageFiles({ 'pages/a.md': `---\ntitle: A\nslug: "${slug}"\n---\n` })
      expect(pages).toHaveLength(1)
      expect(pages[0]?.slug).not.toBe(slug)
      expect(slugProblems(problems)).toMatchObject([{ rule: 'slug/page', severity: 'warning' }])
    },
  )
})
