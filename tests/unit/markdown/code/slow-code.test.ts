import { afterEach, expect, test } from 'vitest'
import { highlightWatch } from '@/lib/markdown/code/highlight-watch'
import { defaultSettings } from '@/lib/markdown/context'
import { renderMarkdown } from '@/lib/markdown/render'

const text = 'Text.\n\n```js\nlet a = 1\n```\n\n> ```js\n> let b = 2\n> ```\n'

afterEach(() => {
  highlightWatch.report = () => {}
})

test('reports which code block is being highlighted', async () => {
  const lines: number[] = []
  highlightWatch.report = (line) => lines.push(line)
  await renderMarkdown(text)
  expect(lines).toEqual([3, 0, 7, 0])
})

test('shows only the block that took too long without colors, and reports its position in the file', async () => {
  const source = { ...defaultSettings.source, file: 'a.md', bodyLine: 5 }
  const { html, rendered } = await renderMarkdown(text, { source, slowCode: [7] })
  const [first, second] = html.split('<blockquote>')
  expect(first).toContain('<span class=')
  expect(second).toContain('let b = 2')
  expect(rendered.problems).toMatchObject([{ rule: 'markdown/slow-code', file: 'a.md', line: 11 }])
})
