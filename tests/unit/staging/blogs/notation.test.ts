import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../../../lib/dialects/dialects'
import { type Notation, readNotation } from '../../../../lib/staging/blogs/notation'

function notation(
  dialect: string,
  config: Record<string, unknown>,
  files: Record<string, string> = {},
): Promise<Notation> {
  const paths = Object.keys(files)
  const posts = paths.filter((path) => path.endsWith('.md'))
  return readNotation(dialectOf(dialect), config, paths, posts, async (path) => files[path] ?? '')
}

const posts = Object.fromEntries(
  Array.from({ length: 5 }, (_, index) => [`content/${index}.md`, 'Area: $\\pi r^2$']),
)

describe('math of a Hugo blog', () => {
  test('is off by default', async () => {
    expect(await notation('hugo', {})).toEqual({ math: false })
    expect(await notation('hugo', {}, { 'content/a.md': '$HOME and $PATH', ...template('<body>') })).toEqual({
      math: false,
    })
  })

  test.each([
    [{ params: { math: true } }],
    [{ params: { katex: { enable: true } } }],
    [{ params: { mathjax: '2.7' } }],
    [{ math: true }],
  ])('is on if the configuration enables it: %j', async (config) => {
    expect((await notation('hugo', config)).math).toBe(true)
  })

  test('includes brackets if the configuration passes them through', async () => {
    const config = { markup: { goldmark: { extensions: { passthrough: { enable: true } } } } }
    expect(await notation('hugo', config)).toEqual({ math: true, texBrackets: true })
  })

  test('is on if the theme loads MathJax on every page, and depends on the post if only on some', async () => {
    const script = '<script src="https://cdn.example/mathjax/MathJax.js"></script>'
    expect((await notation('hugo', {}, template(script))).math).toBe(true)
    expect((await notation('hugo', {}, template(`{{ if .Params.math }}${script}{{ end }}`))).math).toBe(false)
  })

  test('is inferred from the posts if the theme is missing', async () => {
    expect((await notation('hugo', {}, posts)).math).toBe(true)
    expect((await notation('hugo', {}, { ...posts, ...template('<body>') })).math).toBe(false)
  })
})

test('in other systems the site’s setting decides', async () => {
  expect(await notation('jekyll', {}, posts)).toEqual({})
})

test.each([
  [{ markdown: 'redcarpet' }, { engine: 'redcarpet' }],
  [{ markdown: 'CommonMarkGhPages' }, { engine: 'commonmark' }],
  [
    { markdown: 'kramdown', kramdown: { hard_wrap: true } },
    { engine: 'kramdown', hardBreaks: true },
  ],
  [
    { markdown: 'CommonMark', commonmark: { options: ['HARDBREAKS'] } },
    { engine: 'commonmark', hardBreaks: true },
  ],
  [
    { redcarpet: { extensions: ['hard_wrap'] }, markdown: 'redcarpet' },
    { engine: 'redcarpet', hardBreaks: true },
  ],
  [{ markdown: 'Own::Converter' }, {}],
])('the Markdown engine of a Jekyll blog comes from its configuration: %j', async (config, expected) => {
  expect(await notation('jekyll', config)).toEqual(expected)
  expect(await notation('octopress', config)).toEqual(expected)
})

test('names of emoji and kinds of ids come from the configuration', async () => {
  expect(await notation('jekyll', { plugins: ['jemoji'] })).toEqual({ emojiNames: true })
  const config = { enableEmoji: true, markup: { goldmark: { parser: { autoHeadingIDType: 'blackfriday' } } } }
  expect(await notation('hugo', config)).toEqual({ emojiNames: true, headingIds: 'blackfriday', math: false })
})

function template(html: string): Record<string, string> {
  return { 'layouts/_default/single.html': html }
}

describe('attributes in braces', () => {
  const marked = Object.fromEntries(
    Array.from({ length: 4 }, (_, index) => [
      `posts/${index}.md`,
      index < 3 ? 'Low water.{: .tide}' : 'Text',
    ]),
  )

  test('are kramdown’s if most posts of a system without them contain them', async () => {
    expect(await notation('gatsby', {}, marked)).toEqual({ engine: 'kramdown' })
    expect(await notation('hugo', {}, marked)).toEqual({ math: false })
  })

  test('are text if only one post contains them', async () => {
    expect(await notation('gatsby', {}, { ...marked, 'posts/0.md': 'Text', 'posts/1.md': 'Text' })).toEqual(
      {},
    )
  })
})
