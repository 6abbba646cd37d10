import { rm } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles, pathOf } = useContent()

/** The URL that one post of an imported blog had. */
async function oldUrl(config: Record<string, string>, path: string, yaml = ''): Promise<string | undefined> {
  const text = `---\ntitle: What’s New?\n${yaml}\n---\n`
  const { posts, problems } = await stageFiles({ ...config, [path]: text })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return posts[0]?.permalink
}

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
    expect(await oldUrl(config, file)).toBe(address)
  })

  test('categories come from the folders above and from the front matter', async () => {
    expect(await oldUrl({ '_config.yml': '' }, 'Tech/_posts/2013-05-06-a.md', 'categories: Big News')).toBe(
      '/tech/big/news/2013/05/06/a',
    )
  })

  test('the pattern of a collection, and a slug in the front matter', async () => {
    const config = {
      '_config.yml': 'permalink: none\ncollections: {posts: {permalink: "/news/:year/:title/"}}',
    }
    expect(await oldUrl(config, '_posts/2013-05-06-a.md', 'slug: b')).toBe('/news/2013/b')
  })

  test('a pattern in the post itself', async () => {
    expect(await oldUrl({}, '_posts/2013-05-06-a.md', 'permalink: /:year/x/:title.html')).toBe('/2013/x/a')
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
    expect(await oldUrl({ '_config.yml': 'baseurl: /blog/' }, '_posts/2013-05-06-a.md')).toBe(
      '/blog/2013/05/06/a',
    )
  })
})

test('Octopress has its own pattern', async () => {
  expect(await oldUrl({ '_config.yml': '' }, 'source/_posts/2013-05-06-a.markdown')).toBe(
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
    expect(await oldUrl({ 'hugo.toml': toml }, file, yaml)).toBe(address)
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
  expect(await oldUrl(config, 'content/News/2013-05-06-Rust 1.12.md')).toBe('/news/rust-1-12')
  await rm(pathOf('content/content/News'), { recursive: true })
  expect(await oldUrl(config, 'content/a.md', 'path: 2016/09/29/Rust-1.12')).toBe('/2016/09/29/Rust-1.12')
})

test('Ghost served posts from the root', async () => {
  expect(await oldUrl({ '_source.yaml': 'dialect: ghost' }, 'a.md', 'slug: b')).toBe('/b')
})

test('the aliases of a vault are names of notes, not URLs', async () => {
  const { posts } = await stageFiles({
    '.obsidian/app.json': '{}',
    'A.md': '---\ndate: 2020-01-01\ntitle: A\naliases: [Another name]\n---\n',
  })
  expect(posts).toMatchObject([{ aliases: [], extra: { aliases: ['Another name'] } }])
})
