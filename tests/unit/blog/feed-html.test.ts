import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { toFeedHtml } from '@/lib/blog/machines/feed-html'
import { renderMarkdown } from '@/lib/markdown/render'

const page = 'https://lock.example/posts/a'

test('makes every URL absolute', () => {
  expect(feed('<a href="#x">x</a><a href="/about">y</a><a href="b">z</a>')).toBe(
    '<a href="https://lock.example/posts/a#x">x</a><a href="https://lock.example/about">y</a><a href="https://lock.example/posts/b">z</a>',
  )
  expect(feed('<img src="/a.png" srcset="/a.png 1x, /b.png 2x" alt="">')).toBe(
    '<img src="https://lock.example/a.png" srcset="https://lock.example/a.png 1x, https://lock.example/b.png 2x" alt="">',
  )
})

test('contains a formula once, as MathML', async () => {
  const { html } = await renderMarkdown('Energy is $E=mc^2$.\n\n$$\n\\int_0^1 x\\,dx\n$$\n')
  const text = feed(html)
  expect(text.match(/<math/g)).toHaveLength(2)
  expect(text).not.toMatch(/katex|annotation|<span class|E=mc\^2/)
  expect(text).toContain('<msup>')
})

test('contains code as plain text', async () => {
  const { html } = await renderMarkdown('```js title="a.js"\nconst a = 1 // [!code ++]\nlet b\n```\n')
  const text = feed(html)
  expect(text).toContain('<pre><code>const a = 1\nlet b')
  expect(text).not.toContain('<span')
})

test('shows the content of embeds, or a link if there is none', () => {
  expect(
    feed('<x-embed provider="tweet" url="https://x.com/a/status/1"><blockquote>Hi</blockquote></x-embed>'),
  ).toBe('<blockquote>Hi</blockquote>')
  expect(feed('<x-embed provider="youtube" url="https://youtu.be/x"></x-embed>')).toBe(
    '<p><a href="https://youtu.be/x">https://youtu.be/x</a></p>',
  )
  expect(feed('<iframe src="https://player.example/1" title="A lock"></iframe>')).toBe(
    '<p><a href="https://player.example/1">A lock</a></p>',
  )
})

test('contains no script, no style and nothing that only our pages understand', () => {
  const text = feed(
    '<script>x</script><style>y</style><p style="color:red" class="a" onclick="z()" data-x="1" tabindex="0">Text</p>',
  )
  expect(text).toBe('<p>Text</p>')
})

test('does not change the tree of the page', () => {
  const tree = fromHtml('<p class="a"><a href="/x">x</a></p>', { fragment: true })
  const before = JSON.stringify(tree)
  toFeedHtml(tree, page)
  expect(JSON.stringify(tree)).toBe(before)
})

function feed(html: string): string {
  return toFeedHtml(fromHtml(html, { fragment: true }), page)
}
