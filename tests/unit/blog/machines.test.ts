import { expect, test } from 'vitest'
import { jsonLdOf } from '@/lib/blog/machines/json-ld'
import { toLlmsText, toMarkdownText } from '@/lib/blog/machines/markdown-text'
import { renderMarkdown } from '@/lib/markdown/render'
import { makeBlog } from './make-blog'

const blog = makeBlog({
  posts: [
    {
      slug: 'a',
      title: '</script><script>alert("x")</script> & [more]',
      date: '2024-01-01',
      summary: 'A summary\nof two lines.',
    },
    { slug: 'secret', draft: true },
  ],
  texts: {
    a: '<h2 id="x"><a class="anchor" href="#x"></a>Heading</h2><p>Some <em>text</em>, <a href="/about">link</a>.</p><pre><code class="language-js"><span>let a</span></code></pre><x-embed provider="tweet" url="https://x.com/a/status/1"></x-embed>',
  },
})

test('JSON-LD describes a post, and no title can close its element', async () => {
  const post = await blog.getPost('a')
  const json = post ? jsonLdOf(blog.site, post) : ''
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BlogPosting',
        headline: '</script><script>alert(“x”)</script> & [more]',
        url: 'https://lock.example/posts/a',
        datePublished: '2024-01-01',
        author: [{ '@type': 'Person', name: 'Mira' }],
      },
      { '@type': 'BreadcrumbList' },
    ],
  })
})

test('a post can be read as Markdown', async () => {
  const post = await blog.getPost('a')
  const text = post ? await toMarkdownText(blog.site, post) : ''
  expect(text).toContain('Mira · 2024-01-01 · https://lock.example/posts/a')
  expect(text).toContain('## Heading\n\nSome *text*, [link](https://lock.example/about).')
  expect(text).toContain('```\nlet a\n```')
  expect(text).toContain('<https://x.com/a/status/1>')
})

test('a formula is its source', async () => {
  const { html } = await renderMarkdown('Energy is $E=mc_0^2$ here.\n')
  const maths = makeBlog({ posts: [{ slug: 'm' }], texts: { m: html } })
  const post = await maths.getPost('m')
  expect(post && (await toMarkdownText(maths.site, post))).toContain('Energy is $E=mc_0^2$ here.')
})

test('llms.txt lists the published posts, one per line', () => {
  const text = toLlmsText(blog.site, blog.listPosts())
  expect(text).toContain(
    '- [\\</script>\\<script>alert(“x”)\\</script> & \\[more\\]](https://lock.example/posts/a.md): A summary of two lines.\n',
  )
  expect(text).not.toContain('secret')
})
