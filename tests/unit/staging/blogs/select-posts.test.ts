import { describe, expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles } = useContent()

const filesOf = (posts: { settings: { source: { file: string } } }[]) =>
  posts.map(({ settings }) => settings.source.file.replace('content/posts/', ''))

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
