import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stage } from '@/lib/staging/stage'

let projectDir: string

beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'quire-blogs-'))
})

afterEach(() => rm(projectDir, { recursive: true }))

/** Stages a content folder that holds these files; a post without a text gets a title. */
async function stageFiles(files: Record<string, string>) {
  const all = { 'site.yaml': 'url: https://t.example', ...files }
  for (const [path, text] of Object.entries(all)) {
    const file = join(projectDir, 'content', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text || '---\ntitle: A post\n---\nText\n')
  }
  return stage({ projectDir, contentDir: 'content' })
}

/** The home page of VuePress and VitePress. */
const HOME = '---\nlayout: home\n---\n'

const filesOf = (posts: { settings: { source: { file: string } } }[]) =>
  posts.map(({ settings }) => settings.source.file.replace('content/posts/', ''))

describe('an old blog in a folder', () => {
  test.each([
    ['jekyll', '_config.yml', { '_config.yml': 'title: Old', '_posts/2020-01-01-a.md': '' }],
    ['jekyll', '_posts/', { '_posts/2020-01-01-a.md': '' }],
    ['octopress', '_config.yml', { '_config.yml': 'title: Old', 'source/_posts/2020-01-01-a.md': '' }],
    ['hugo', 'hugo.toml', { 'hugo.toml': 'title = "Old"', 'content/a.md': '' }],
    ['hugo', 'config.yaml', { 'config.yaml': 'title: Old', 'content/a.md': '' }],
    ['hugo', 'config/_default/', { 'config/_default/hugo.yaml': 'title: Old', 'content/a.md': '' }],
    ['zola', 'config.toml', { 'config.toml': 'base_url = "https://old.example"', 'content/a.md': '' }],
    ['hexo', '_config.yml', { '_config.yml': '', 'scaffolds/post.md': '', 'source/_posts/a.md': '' }],
    [
      'hexo',
      '_config.yml',
      { '_config.yml': '', 'package.json': '{"dependencies": {"hexo": "7"}}', 'source/_posts/a.md': '' },
    ],
    [
      'astro',
      'astro.config.mjs',
      { 'astro.config.mjs': '', 'src/content/posts/a.md': '', 'src/content/pages/about.md': '' },
    ],
    ['eleventy', '.eleventy.js', { '.eleventy.js': '', 'blog/a.md': '', '_includes/b.md': '' }],
    ['eleventy', 'eleventy.config.mjs', { 'eleventy.config.mjs': '', 'a.md': '', 'README.md': '' }],
    ['gatsby', 'gatsby-config.js', { 'gatsby-config.js': '', 'content/blog/a/index.md': '' }],
    ['next', 'next.config.js', { 'next.config.js': '', 'data/blog/a.mdx': '', 'data/authors/b.mdx': '' }],
    ['devto', 'dev-to-git.json', { 'dev-to-git.json': '[]', 'blog-posts/a/a.md': '' }],
    ['obsidian', '.obsidian/', { '.obsidian/app.json': '{}', 'A note.md': '' }],
    ['quartz', 'quartz.config.ts', { 'quartz.config.ts': '', 'content/a.md': '', 'docs/b.md': '' }],
    ['logseq', 'logseq/config.edn', { 'logseq/config.edn': '', 'pages/a.md': '', 'journals/b.md': '' }],
    [
      'docusaurus',
      'docusaurus.config.js',
      { 'docusaurus.config.js': '', 'blog/2020-01-02-a.md': '', 'src/pages/b.md': '' },
    ],
    ['vuepress', '.vuepress/', { '.vuepress/config.js': '', '_posts/a.md': '', 'README.md': HOME }],
    ['vuepress', '.vitepress/', { '.vitepress/config.ts': '', 'posts/a.md': '', 'index.md': HOME }],
    [
      'pelican',
      'pelicanconf.py',
      { 'pelicanconf.py': '', 'content/a.md': '', 'content/pages/b.md': '', 'README.md': '' },
    ],
    [
      'zenn',
      'articles/',
      { 'package.json': '{"devDependencies": {"zenn-cli": "0.1"}}', 'articles/a.md': '', 'notes/b.md': '' },
    ],
    ['mkdocs', 'mkdocs.yml', { 'mkdocs.yml': '', 'docs/blog/posts/a.md': '', 'includes/b.md': '' }],
    ['ghost', '_source.yaml', { '_source.yaml': 'dialect: ghost', 'a.md': '' }],
    ['devto', '_source.yaml', { '_source.yaml': 'dialect: devto', '_config.yml': 'a: 1', 'a.md': '' }],
  ])('is recognized as %s by its %s', async (dialect, detectedBy, files) => {
    const prefixed = Object.entries(files).map(([path, text]) => [`posts/old/${path}`, text])
    const { blogs, posts } = await stageFiles(Object.fromEntries(prefixed))
    expect(blogs).toMatchObject([{ dialect, detectedBy, root: 'content/posts/old' }])
    expect(posts).toMatchObject([{ settings: { source: { dialect, root: 'content/posts/old' } } }])
  })

  test('may be the content folder itself', async () => {
    const { blogs, posts } = await stageFiles({ '_config.yml': '', '_posts/2020-01-01-a.md': '' })
    expect(blogs).toMatchObject([{ dialect: 'jekyll', root: 'content' }])
    expect(posts).toHaveLength(1)
  })

  test('does not affect the author’s own posts next to it', async () => {
    const { posts } = await stageFiles({
      'posts/2021-01-01-own.md': '',
      'posts/old/_posts/2020-01-01-a.md': '---\ntitle: A post\ntags: x y\n---\n{{ page.title }}',
    })
    expect(posts.map(({ settings }) => settings.source.dialect)).toEqual(['plain', 'jekyll'])
    expect(posts[1]?.tags).toEqual(['x', 'y'])
  })

  test('is not detected by a `config.yaml` without content next to it', async () => {
    const { blogs } = await stageFiles({
      'posts/things/config.yaml': 'a: 1',
      'posts/things/2020-01-01-a.md': '',
    })
    expect(blogs).toMatchObject([
      { dialect: 'plain', detectedBy: 'posts/things/', root: 'content/posts/things' },
    ])
  })

  test('is any folder of posts; a folder with one `index.md` is a post of the author', async () => {
    const { blogs, posts } = await stageFiles({
      'posts/own.md': '',
      'posts/bundle/index.md': '',
      'posts/bundle/boat.jpg': '',
      'posts/notes/2020/a.md': '',
      'posts/notes/b/index.md': '',
    })
    expect(blogs).toMatchObject([{ root: 'content/posts/notes', dialect: 'plain' }])
    expect(posts.map(({ settings }) => settings.source.root)).toEqual([
      'content',
      'content',
      'content/posts/notes',
      'content/posts/notes',
    ])
  })

  test('omits files about the repository, unless they have front matter', async () => {
    const { posts } = await stageFiles({
      'posts/old/a.md': 'Text without front matter',
      'posts/old/README.md': 'How to build this',
      'posts/old/a/project/readme.md': 'A sample',
      'posts/old/b/README.md': '',
    })
    expect(filesOf(posts)).toEqual(['old/a.md', 'old/b/README.md'])
    expect(posts.map(({ slug }) => slug)).toEqual(['a', 'b'])
  })
})

describe('what its system would publish', () => {
  test('Jekyll: dated files in `_posts`, all of `_drafts`, with front matter', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/_config.yml': 'title: Old',
      'posts/old/_posts/2020-01-01-a.md': '',
      'posts/old/_posts/deep/2020-1-2-b.markdown': '',
      'posts/old/_posts/not-dated.md': '',
      'posts/old/_posts/2020-01-04-d.textile': '',
      'posts/old/_posts/2020-01-03-bare.md': 'No front matter',
      'posts/old/_drafts/c.md': '',
      'posts/old/about.md': '',
      'posts/old/_site/_posts/2020-01-01-a.md': '',
    })
    expect(filesOf(posts)).toEqual([
      'old/_posts/2020-01-01-a.md',
      'old/_posts/deep/2020-1-2-b.markdown',
      'old/_drafts/c.md',
    ])
    expect(posts.map(({ draft }) => draft)).toEqual([false, false, true])
    expect(problems.map(({ file, rule }) => [file.split('/').at(-1), rule])).toEqual([
      ['2020-01-03-bare.md', 'front-matter/none'],
      ['2020-01-04-d.textile', 'files/unread'],
      ['not-dated.md', 'files/unread'],
    ])
  })

  test('Hugo: pages below `content/`, bundles whole, no `_index.md`', async () => {
    const { posts } = await stageFiles({
      'posts/old/hugo.toml': '',
      'posts/old/README.md': '',
      'posts/old/content/_index.md': '',
      'posts/old/content/blog/_index.md': '',
      'posts/old/content/blog/a.md': '',
      'posts/old/content/blog/b/index.md': '',
      'posts/old/content/blog/b/part.md': '',
      'posts/old/content/blog/b/deeper/part.md': '',
      'posts/old/themes/x/exampleSite/hugo.toml': '',
      'posts/old/themes/x/exampleSite/content/z.md': '',
    })
    expect(filesOf(posts)).toEqual(['old/content/blog/a.md', 'old/content/blog/b/index.md'])
  })

  test('a folder that `_source.yaml` names', async () => {
    const { posts } = await stageFiles({
      'posts/old/_source.yaml': 'dialect: jekyll\nposts: articles',
      'posts/old/articles/a.md': '',
      'posts/old/other/b.md': '',
    })
    expect(filesOf(posts)).toEqual(['old/articles/a.md'])
  })

  test('Jekyll’s defaults by folder, overridden by the post', async () => {
    const config = [
      'defaults:',
      '  - scope: {path: ""}',
      '    values: {toc: true, author: Ada, image: theme.png}',
      '  - scope: {path: _posts/notes, type: posts}',
      '    values: {author: Bo}',
      '  - scope: {path: "", type: pages}',
      '    values: {math: false}',
    ]
    const { posts } = await stageFiles({
      'posts/old/_config.yml': config.join('\n'),
      'posts/old/_posts/2020-01-01-a.md': '',
      'posts/old/_posts/notes/2020-01-02-b.md': '---\ntitle: B\ntoc: false\n---\n',
    })
    expect(posts).toMatchObject([
      { toc: true, authors: [{ name: 'Ada' }], settings: { math: true } },
      { toc: false, authors: [{ name: 'Bo' }] },
    ])
    expect(posts[0]?.image).toBeUndefined()
  })
})

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

describe('invalid input', () => {
  test.each([
    ['dialect: wordpress', 'source/wrong-value', 1],
    ['dialect: hugo\npermalnk: /:slug/', 'source/unknown-key', 2],
  ])('reports %j in `_source.yaml`', async (source, rule, line) => {
    const { problems } = await stageFiles({ 'posts/old/_source.yaml': source })
    expect(problems).toMatchObject([
      { severity: 'warning', rule, line, file: 'content/posts/old/_source.yaml' },
    ])
  })

  test('a broken configuration is a warning, and the posts are read', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/_config.yml': 'title: a: b',
      'posts/old/_posts/2020-01-01-a.md': '',
    })
    expect(posts).toHaveLength(1)
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'config/broken-yaml', file: 'content/posts/old/_config.yml' },
    ])
  })

  test('a broken file is read as far as possible', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/_posts/2020-01-01-a.md': '',
      'posts/old/_posts/2020-01-02-b.md': '---\ntitle: a: b\n---\n',
      'posts/old/_posts/2020-01-03-c.md': '---\ntitle: C\ndate: 2020-02-31\n---\n',
    })
    expect(posts.map(({ title, date }) => [title, date])).toEqual([
      ['A post', '2020-01-01'],
      ['a: b', '2020-01-02'],
      ['C', '2020-03-02'],
    ])
    expect(problems.map(({ file, line, severity }) => [file.slice(-14), line, severity])).toEqual([
      ['2020-01-02-b.md'.slice(-14), 2, 'warning'],
      ['2020-01-03-c.md'.slice(-14), 3, 'warning'],
    ])
  })
})

describe('folders and URLs of the old systems', () => {
  test('Jekyll’s posts in HTML are posts, and its layouts are not', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/_config.yml': 'title: Old',
      'posts/old/_posts/2011-05-06-a.html': '---\ntitle: A post\n---\n<p>{{ page.title }}</p>\n',
      'posts/old/_layouts/post.html': '---\nlayout: default\n---\n{{ content }}',
    })
    expect(filesOf(posts)).toEqual(['old/_posts/2011-05-06-a.html'])
    expect(posts[0]?.permalink).toBe('/2011/05/06/a')
    expect(problems).toEqual([])
  })

  test('HTML next to Hugo’s pages is a page only with front matter', async () => {
    const { posts } = await stageFiles({
      'posts/old/hugo.toml': '',
      'posts/old/content/post/a.html': '---\ntitle: A post\n---\n<p>Text</p>\n',
      'posts/old/content/post/demo.html': '<!doctype html><title>A demo</title>',
    })
    expect(filesOf(posts)).toEqual(['old/content/post/a.html'])
  })

  test('a date before `index` belongs to the post, whose name is the folder’s', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/.eleventy.js': '',
      'posts/old/blog/low-water/2019-01-10-index.md': '---\ntitle: A post\n---\nText\n',
      'posts/old/blog/high-water/2019-02-10-index.md': '---\ntitle: A post\n---\nText\n',
    })
    expect(posts.map(({ slug, date }) => [slug, date])).toEqual([
      ['low-water', '2019-01-10'],
      ['high-water', '2019-02-10'],
    ])
    expect(problems).toEqual([])
  })

  test('Pelican’s URLs follow its settings, without running them', async () => {
    const { posts } = await stageFiles({
      'posts/old/pelicanconf.py':
        "import os\nSITEURL = 'https://old.example' if X else ''\nARTICLE_URL = u'blog/{date:%Y}/{date:%b}/{slug}/'\n",
      'posts/old/content/2015-a.md': 'Title: Low water\nDate: 2015-03-04 10:20\nTags: tide, moon\n\nText\n',
    })
    expect(posts).toMatchObject([
      {
        title: 'Low water',
        date: '2015-03-04T10:20:00',
        tags: ['tide', 'moon'],
        permalink: '/blog/2015/Mar/low-water',
      },
    ])
  })

  test.each([
    ['docusaurus', 'blog/2020-01-02-low-water.md', '/blog/2020/01/02/low-water'],
    ['docusaurus', 'blog/2020-01-02-low-water/index.md', '/blog/2020/01/02/low-water'],
    ['docusaurus', 'blog/2020/01/02/low-water.mdx', '/blog/2020/01/02/low-water'],
    ['vuepress', 'blog/low-water.md', '/blog/low-water'],
    ['vuepress', 'blog/low-water/README.md', '/blog/low-water'],
    ['quartz', 'content/Notes/Low water.md', '/Notes/Low-water'],
    ['mkdocs', 'docs/blog/posts/2020-01-02-low-water.md', '/blog/2020/01/02/low-water'],
    ['mkdocs', 'docs/notes/low-water.md', '/notes/low-water'],
  ])('%s: the URL of %s', async (dialect, path, permalink) => {
    const { posts } = await stageFiles({
      'posts/old/_source.yaml': `dialect: ${dialect}`,
      [`posts/old/${path}`]: '',
    })
    expect(posts[0]?.permalink).toBe(permalink)
  })

  test.each([
    [':category/:title.html', '_posts/a/low-water.md', 'categories: [Sea, Tides]', '/Sea/Tides/a/low-water'],
    ['posts/:abbrlink/', '_posts/low-water.md', 'abbrlink: 4a17b156', '/posts/4a17b156'],
    [':year/:month/:day/:title/', '_posts/low-water.md', '', '/2020/01/02/low-water'],
  ])('Hexo’s %s for %s', async (pattern, path, line, permalink) => {
    const { posts } = await stageFiles({
      'posts/old/_config.yml': `permalink: ${pattern}`,
      'posts/old/scaffolds/post.md': '',
      [`posts/old/source/${path}`]: `---\ntitle: A post\ndate: 2020-01-02\n${line}\n---\nText\n`,
    })
    expect(posts[0]?.permalink).toBe(permalink)
  })

  test.each([
    ['posts.json', '{"layout": "post", "permalink": "blog/{{ page.fileSlug }}/index.html"}'],
    ['posts.11tydata.js', "module.exports = { permalink: '/blog/{{ page.fileSlug | slugify }}/' }"],
  ])('Eleventy’s permalink in %s', async (file, text) => {
    const { posts } = await stageFiles({
      'posts/old/.eleventy.js': '',
      [`posts/old/src/posts/${file}`]: text,
      'posts/old/src/posts/low-water.md': '',
    })
    expect(posts[0]?.permalink).toBe('/blog/low-water')
  })

  test('Markdown next to the blog’s folder is reported, not published', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/website/docusaurus.config.js': '',
      'posts/old/website/blog/2020-01-02-a.md': '',
      'posts/old/docs/b.md': '',
      'posts/old/docs/c.md': '',
    })
    expect(filesOf(posts)).toEqual(['old/website/blog/2020-01-02-a.md'])
    expect(problems).toMatchObject([{ rule: 'files/unread', file: 'content/posts/old/docs/b.md' }])
    expect(problems[0]?.message).toMatch(/^This Markdown file and 1 more are beside the blog in /)
  })

  test('Hugo’s languages without configured folders have the folders with their names', async () => {
    const { posts } = await stageFiles({
      'posts/old/hugo.yaml': 'defaultContentLanguage: en\nlanguages:\n  en: {weight: 1}\n  ja: {weight: 2}\n',
      'posts/old/content/en/blog/low-water.md': '',
      'posts/old/content/ja/blog/low-water.md': '',
    })
    expect(posts.map(({ permalink, settings }) => [permalink, settings.lang])).toEqual([
      ['/blog/low-water', 'en'],
      ['/ja/blog/low-water', 'ja'],
    ])
  })

  test('a language in the file name counts if the same text exists in another language', async () => {
    const { posts } = await stageFiles({
      'posts/old/gatsby-config.js': '',
      'posts/old/content/low-water.md': '',
      'posts/old/content/low-water.de.md': '',
      'posts/old/content/high-water/index.en.md': '',
      'posts/old/content/high-water/index.pt-BR.md': '',
      'posts/old/content/v2.de.md': '',
    })
    expect(posts.map(({ slug, settings }) => [slug, settings.lang]).sort()).toEqual([
      ['high-water', 'en'],
      ['high-water-pt-br', 'pt-BR'],
      ['low-water', 'en'],
      ['low-water-de', 'de'],
      ['v2-de', 'en'],
    ])
  })

  test('a page that the theme filled with a list is reported, not published', async () => {
    const { posts, problems } = await stageFiles({
      'posts/old/hugo.toml': 'title = "Old"',
      'posts/old/content/posts/a.md': '---\ntitle: A post\ndate: 2020-01-02\nlayout: search\n---\n',
      'posts/old/content/search.md': '---\ntitle: Search\nlayout: search\n---\n',
    })
    expect(filesOf(posts)).toEqual(['old/content/posts/a.md'])
    expect(problems).toMatchObject([
      { rule: 'front-matter/hidden', file: 'content/posts/old/content/search.md' },
    ])
  })
})
