import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'
import { takeTimes } from '@/lib/markdown/time-plugins'

test('reports how long each plugin took since the last report', async () => {
  takeTimes()
  await renderMarkdown('# A\n\n```js\nlet a = 1\n```\n')
  const times = takeTimes()
  expect(Object.keys(times)).toEqual(expect.arrayContaining(['remarkStaged', 'rehypeCode', 'rehypeHeadings']))
  expect(times.rehypeCode).toBeGreaterThan(0)
  expect(takeTimes()).toEqual({})
})
