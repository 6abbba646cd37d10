import { expect, test } from 'vitest'
import { renderMarkdown } from '../../../lib/markdown/render'

async function render(body: string): Promise<string> {
  const source = { file: 'a.md', bodyLine: 1, dialect: 'jekyll', root: '.' }
  return (await renderMarkdown(body, { source })).html
}

test('a bare URL in a Jekyll post ends where emphasis begins', async () => {
  expect(await render('At http://a.example/**b** now')).toBe(
    '<p>At <a href="http://a.example/">http://a.example/</a><strong>b</strong> now</p>',
  )
})

test('a bare URL between Chinese words is a link without them', async () => {
  expect(await render('看http://a.example/b中文')).toBe(
    '<p>看<a href="http://a.example/b">http://a.example/b</a>中文</p>',
  )
})
