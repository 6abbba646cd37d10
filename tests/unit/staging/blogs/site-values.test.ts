import { expect, test } from 'vitest'
import { renderMarkdown } from '../../../../lib/markdown/render'
import { fillSiteValues, paramTag } from '../../../../lib/staging/blogs/site-values'

const config = {
  baseURL: 'https://old.example',
  title: 'Pier',
  params: { Harbor: { depth: 12 }, list: ['a'] },
}

test('templates get the values of the site that they read', () => {
  expect(fillSiteValues('{{ .Site.BaseURL -}}x {{ $.Site.Params.harbor.depth }}', config)).toBe(
    '{{ "https://old.example/" -}}x {{ "12" }}',
  )
})

test('a value that is not text stays as written', () => {
  for (const template of ['{{ range .Site.Params.list }}', '.Site.Title', '{{ .Site.Params.none }}'])
    expect(fillSiteValues(template, config)).toBe(template)
})

test('param shows a value of the post before one of the site, and an unknown name as its source', async () => {
  const body = 'A {{< param "boat" >}} in {{< param harbor.depth >}} m, {{< param "none" >}}.'
  const param = paramTag(body, { boat: 'tug & tow' }, config)
  const { html, rendered } = await renderMarkdown(body, {
    source: { file: 'a.md', bodyLine: 1, dialect: 'hugo', root: '.' },
    ...(param && { ownTags: { param } }),
  })
  expect(html).toContain('<p>A tug &#x26; tow in 12 m, ')
  expect(html).toContain('{{&#x3C; param "none" >}}')
  expect(rendered.problems).toHaveLength(1)
  expect(paramTag('{{< param "none" >}}', {}, config)).toBeUndefined()
})

test('a bare URL may be the text of a link to a tag, with quotation marks in its title', async () => {
  const { html } = await renderMarkdown('[https://a.example/]({{< ref "b.md" >}} "The "best" one").', {
    source: { file: 'a.md', bodyLine: 1, dialect: 'hugo', root: '.' },
  })
  expect(html).toContain('title="The &#x22;best&#x22; one">https://a.example/</a>.')
})
