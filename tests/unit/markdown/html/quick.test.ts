import { describe, test } from 'vitest'
import { readHtmlTags } from '../../../../lib/markdown/html/read-html-tags'
import { readStyle } from '../../../../lib/markdown/html/read-style'
import { findTexBlocks } from '../../../../lib/markdown/math/tex-blocks'
import { expectQuick } from '../../../cpu-time'

describe('takes time in proportion to its size', () => {
  test.each(['<a "', '<a x="', "<q1 '", '<textarea>', '<!--', '<', '</', '<a-b ', '<T>', '<b>', '<script>'])(
    'reading tags: %j',
    async (piece) => {
      await expectQuick(() => readHtmlTags(piece.repeat(PIECES)), 3000)
    },
  )

  test.each(['/*', 'a:(', 'a:"', ';', 'color:red;'])('reading a style: %j', async (piece) => {
    await expectQuick(() => readStyle(piece.repeat(PIECES)), 3000)
  })

  test.each(['$$\n', '$$ a\n', '\\begin{align}\n', '\\\\[\n', '$$\n\n', '> ', '- '])(
    'looking for formulas: %j',
    async (piece) => {
      await expectQuick(() => findTexBlocks(piece.repeat(PIECES)), 3000)
    },
  )
})

/** In quadratic time this size would take half a minute. */
const PIECES = 40_000
