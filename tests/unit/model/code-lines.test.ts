import { expect, test } from 'vitest'
import { findCodeLines } from '@/lib/model/code-lines'

test.each([
  ['a\n```\nb\n```\nc', '.xxx.'],
  ['````md\n```js\n```\n````\na', 'xxxx.'],
  ['```md\n```js\nb\n```\na', 'xxxx.'],
  ['~~~\n```\n~~~\na', 'xxx.'],
  ['- ```\n  a\n  ```\nb', 'xxx.'],
  ['> ```\n> a\n> ```\nb', 'xxx.'],
  ['```a``` b\nc', '..'],
  ['```\nnever closed', 'xx'],
])('finds the code of %j', (text, lines) => {
  expect(
    findCodeLines(text)
      .map((isCode) => (isCode ? 'x' : '.'))
      .join(''),
  ).toBe(lines)
})
