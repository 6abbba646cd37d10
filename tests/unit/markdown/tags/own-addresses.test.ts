import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'

const settings = {
  source: { file: 'a.md', bodyLine: 1, dialect: 'hugo', root: '.' },
  ownTags: {
    home: { template: '{{ "https://old.example/" -}}' },
    files: { template: '{{ "https://old.example/" }}files/{{ .Get 0 }}' },
    box: { template: '<div>{{ .Get 0 }}</div>' },
  },
}

test.each([
  ['[A]({{<home>}}a.pdf)', 'href="https://old.example/a.pdf"'],
  ['[A]({{< home >}}a.pdf "The plan")', 'href="https://old.example/a.pdf" title="The plan"'],
  ['[A]({{% files a.pdf %}})', 'href="https://old.example/files/a.pdf"'],
  ['![A]({{< home >}}a.png)', 'src="https://old.example/a.png"'],
  ['[A][a]\n\n[a]: {{< home >}}a.pdf', 'href="https://old.example/a.pdf"'],
  ['<a href="{{< home >}}a.pdf">A</a>', 'href="https://old.example/a.pdf"'],
])('a tag of the site that stands for words can be the beginning of a URL: %s', async (body, attribute) => {
  const { html, rendered } = await renderMarkdown(body, settings)
  expect(html).toContain(attribute)
  expect(rendered.problems).toEqual([])
})

test('a tag of the site that makes an element is no URL', async () => {
  const { html } = await renderMarkdown('[A]({{< box x >}})', settings)
  expect(html).not.toContain('href')
  expect(html).toContain('x')
})
