import { describe, expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

/** The home page of VuePress and VitePress. */
const HOME = '---\nlayout: home\n---\n'

const filesOf = (posts: { settings: { source: { file: string } } }[]) =>
  posts.map(({ settings }) => settings.source.file.replace('content/posts/', ''))

describe('an imported blog in a folder', () => {
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
