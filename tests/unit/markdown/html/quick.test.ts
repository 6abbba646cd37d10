import { describe, expect, test } from 'vitest'
import { readHtmlTags } from '../../../../lib/markdown/html/read-html-tags'
import { readStyle } from '../../../../lib/markdown/html/read-style'
import { findTexBlocks } from '../../../../lib/markdown/math/tex-blocks'

describe('takes no longer than its size allows', () => {
  test.each(['<a "', '<a x="', "<q1 '", '<textarea>', '<!--', '<', '</', '<a-b ', '<T>', '<b>', '<script>'])(
    'reading tags: %j',
    (piece) => expectQuick(() => readHtmlTags(piece.repeat(PIECES))),
  )

  test.each(['/*', 'a:(', 'a:"', ';', 'color:red;'])('reading a style: %j', (piece) =>
    expectQuick(() => readStyle(piece.repeat(PIECES))),
  )

  test.each(['$$\n', '$$ a\n', '\\begin{align}\n', '\\\\[\n', '$$\n\n', '> ', '- '])(
    'looking for formulas: %j',
    (piece) => expectQuick(() => findTexBlocks(piece.repeat(PIECES))),
  )
})

/** A square of this many would take half a minute. */
const PIECES = 40_000

function expectQuick(run: () => unknown): void {
  const started = performance.now()
  run()
  expect(performance.now() - started).toBeLessThan(3_000)
}
