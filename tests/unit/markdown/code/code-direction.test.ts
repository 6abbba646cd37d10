import { expect, test } from 'vitest'
import { renderMarkdown } from '../../../../lib/markdown/render'

const text = 'A `b` c\n\n```ts\nconst a = 12\n```\n\n    plain\n\n<kbd dir="rtl">x</kbd>\n'

test('code in a text from right to left is written from left to right', async () => {
  const { html } = await renderMarkdown(text, { lang: 'ar-EG' })
  expect(html).toContain('<code dir="ltr">b</code>')
  expect(html.match(/<pre [^>]*dir="ltr"/g)).toHaveLength(2)
  expect(html).toContain('<kbd dir="rtl">x</kbd>')
})

test('a text from left to right needs no such attribute', async () => {
  const { html } = await renderMarkdown(text)
  expect(html).not.toContain('dir="ltr"')
})
