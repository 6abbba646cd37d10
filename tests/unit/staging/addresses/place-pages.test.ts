import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stage } from '@/lib/staging/stage'

let projectDir: string

beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'quire-pages-'))
})

afterEach(() => rm(projectDir, { recursive: true }))

/** Stages an old blog in `content/posts/old`, and other files of the content folder. */
async function stagePages(old: Record<string, string>, own: Record<string, string> = {}) {
  const inOld = Object.entries(old).map(([path, text]) => [`posts/old/${path}`, text] as const)
  for (const [path, text] of [
    ['site.yaml', 'url: https://t.example'] as const,
    ...inOld,
    ...Object.entries(own),
  ]) {
    const file = join(projectDir, 'content', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const { pages, posts, blogs, problems } = await stage({ projectDir, contentDir: 'content' })
  return {
    pages: pages.map(({ slug, permalink, aliases }) => ({ slug, permalink, aliases })),
    titles: pages.map(({ title }) => title),
    urls: pages.map(({ settings }) => settings.source.url),
    posts: posts.map(({ slug }) => slug),
    moved: blogs.find(({ root }) => root.endsWith('/old'))?.movedUrls ?? {},
    problems,
  }
}

const page = (title: string, more = '', body = 'A text.') => `---\ntitle: ${title}\n${more}\n---\n${body}\n`
const JEKYLL = { '_config.yml': 'title: Old\n', '_posts/2014-05-01-lock.md': page('The lock') }
const HUGO = { 'hugo.toml': 'baseURL = "https://o.example/"\n', 'content/notes/lock.md': page('The lock') }

describe('the pages of an imported blog', () => {
  test('a page of one segment stays at its URL', async () => {
    const { pages, posts, problems } = await stagePages({ ...JEKYLL, 'about.md': page('About') })
    expect(pages).toEqual([{ slug: 'about', permalink: undefined, aliases: undefined }])
    expect(posts).toEqual(['lock'])
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a deeper page gets its last segment, or more where that is taken, and its old URL redirects', async () => {
    const { pages } = await stagePages({
      ...JEKYLL,
      'docs/about.md': page('About the docs', 'redirect_from: /manual.html'),
      'about.html': page('About', 'permalink: /about/', '<p>We mend locks.</p>'),
      'help/about/index.md': page('About help'),
    })
    expect(pages).toEqual([
      { slug: 'about', permalink: undefined, aliases: undefined },
      { slug: 'docs-about', permalink: '/docs/about', aliases: ['/manual'] },
      { slug: 'help-about', permalink: '/help/about', aliases: undefined },
    ])
  })

  test.each([
    ['octopress', { 'source/_posts/2014-05-01-a.md': page('A'), 'source/about/index.md': page('About') }],
    [
      'hexo',
      { 'scaffolds/post.md': '', 'source/_posts/a.md': page('A'), 'source/about/index.md': page('About') },
    ],
    ['hugo', { ...HUGO, 'content/about/_index.md': page('About') }],
    [
      'zola',
      {
        'config.toml': 'base_url = "https://o.example"',
        'content/a/b.md': page('B'),
        'content/about/_index.md': page('About'),
      },
    ],
    ['eleventy', { 'eleventy.config.js': '', 'posts/a.md': page('A'), 'pages/about.md': page('About') }],
    [
      'astro',
      { 'astro.config.mjs': '', 'src/content/blog/a.md': page('A'), 'src/pages/about.md': page('About') },
    ],
    ['next', { 'next.config.js': '', 'data/blog/a.md': page('A'), 'app/about/page.mdx': page('About') }],
    [
      'pelican',
      {
        'pelicanconf.py': "PATH = 'content'",
        'content/a.md': page('A'),
        'content/pages/about.md': page('About'),
      },
    ],
    [
      'a collection of Jekyll',
      {
        ...JEKYLL,
        '_config.yml': 'collections:\n  tabs: { output: true, permalink: "/:name/" }\n',
        '_tabs/about.md': page('About'),
      },
    ],
  ])('are published: %s', async (_, files) => {
    const { pages, titles, posts } = await stagePages(files)
    expect(titles).toEqual(['About'])
    expect(pages[0]?.slug).toBe('about')
    expect(posts).toHaveLength(1)
  })

  test('templates, data, output and files without front matter are no pages', async () => {
    const { pages } = await stagePages({
      ...JEKYLL,
      '_includes/head.html': page('Head'),
      '_data/x.md': page('X'),
      'vendor/bundle/y.md': page('Y'),
      'README.md': '# Old\n',
      'demo/index.html': '<p>A demo.</p>',
      'index.html': page('Home'),
      '404.html': page('Lost'),
    })
    expect(pages).toEqual([])
  })

  test('the author’s own page and the old URL of a post keep their URLs', async () => {
    const { pages } = await stagePages(
      {
        ...JEKYLL,
        '_posts/2014-05-02-key.md': page('Key', 'permalink: /key/'),
        'about.md': page('About'),
        'docs/key.md': page('Keys'),
      },
      { 'pages/about.md': page('About me') },
    )
    expect(pages.map(({ slug }) => slug)).toEqual(['about', 'about-page', 'docs-key'])
  })

  test('an old URL that this site uses does not redirect, but links by it lead to the page', async () => {
    const { pages, urls } = await stagePages({ ...JEKYLL, 'api/lock.md': page('The API') })
    expect(pages).toEqual([{ slug: 'lock', permalink: undefined, aliases: undefined }])
    expect(urls).toEqual(['/api/lock'])
  })

  test('a draft is staged as a draft', async () => {
    const { pages } = await stagePages({ ...HUGO, 'content/about/_index.md': page('About', 'draft: true') })
    expect(pages).toHaveLength(1)
  })
})

describe('pages of lists', () => {
  test('lead to the list here, and are reported', async () => {
    const { pages, moved, problems } = await stagePages({
      ...JEKYLL,
      'archive.html': page('Archive', '', '{% for post in site.posts %}{{ post.title }}{% endfor %}'),
      'topics/tags.md': page('Tags', '', '<ul></ul>'),
      'blog/archives/index.html': page('All posts'),
      'projects.html': page('Projects', '', '<div id="list"></div>'),
    })
    expect(pages).toEqual([])
    expect(moved).toMatchObject({ '/archive': '/posts', '/topics/tags': '/tags', '/blog/archives': '/posts' })
    expect(moved).not.toHaveProperty('/projects')
    expect(problems.filter(({ rule }) => rule === 'front-matter/hidden').map(({ file }) => file)).toEqual([
      'content/posts/old/archive.html',
      'content/posts/old/blog/archives/index.html',
      'content/posts/old/projects.html',
      'content/posts/old/topics/tags.md',
    ])
  })

  test('a deeper page with a text is no list, whatever its name', async () => {
    const { pages } = await stagePages({ ...JEKYLL, 'docs/posts.md': page('The API of posts') })
    expect(pages).toEqual([{ slug: 'docs-posts', permalink: '/docs/posts', aliases: undefined }])
  })

  test('sections of Hugo lead to the list here, below the base path too', async () => {
    const { moved } = await stagePages({
      ...HUGO,
      'hugo.toml': 'baseURL = "https://o.example/site/"\n',
      'content/notes/deep/_index.md': page('Deep', '', ''),
    })
    expect(moved).toMatchObject({ '/site': '/', '/site/notes': '/posts', '/site/notes/deep': '/posts' })
  })

  test('a page that only redirects is not published', async () => {
    const { pages, moved } = await stagePages({
      ...JEKYLL,
      'chat.md': page('Chat', 'redirect_to: https://chat.example/'),
      'book/index.html': page('Book', 'redirect_target: https://book.example/', '{% include setup %}'),
      'shop.html': page('Shop', '', '<meta http-equiv="refresh" content="0; url=/2014/05/01/lock.html">'),
    })
    expect(pages).toEqual([])
    expect(moved).toMatchObject({
      '/chat': 'https://chat.example/',
      '/book': 'https://book.example/',
      '/shop': '/2014/05/01/lock.html',
    })
  })

  test('the redirects of the old host are read, except those with placeholders and conditions', async () => {
    const { moved } = await stagePages({
      ...HUGO,
      'static/_redirects': [
        '# Moved',
        '/hinge /notes/lock/ 302! # for now',
        '/hinge/ /elsewhere',
        '/news/* /notes/:splat',
        '/app /index.html 200',
        '/de /german 301 Language=de',
        'https://old.example/x /y',
        '/notes /notes/',
        '/evil //other.example/',
      ].join('\n'),
    })
    expect(moved['/hinge']).toBe('/notes/lock/')
    expect(Object.keys(moved).filter((url) => ['/news', '/app', '/de', '/evil', '/x'].includes(url))).toEqual(
      [],
    )
  })
})
