import { expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

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
