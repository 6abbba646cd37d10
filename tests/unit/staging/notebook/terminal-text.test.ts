import { expect, test } from 'vitest'
import { terminalText } from '@/lib/staging/notebook/terminal-text'
import { expectQuick } from '../../../cpu-time'

test.each([
  ['10%\r20%\r100%', '100%'],
  ['long line\rshort', 'shortline'],
  ['a\rbb\rc\rdd', 'dd'],
  ['1\r\n2', '1\n2'],
  ['\u001b[31mred\u001b[0m', 'red'],
])('%j is shown as %j', (written, shown) => {
  expect(terminalText(written)).toBe(shown)
})

test.each(['\ra', '\r', 'a\r', '\u001b[', '\u001b];a', ' ', '\u001b[1;1;'])(
  '%j takes no longer than its size allows',
  async (piece) => {
    await expectQuick(() => terminalText(`${'a'.repeat(PIECES)}${piece.repeat(PIECES)}!`), 3000)
  },
)

/** A square of this many would take a minute. */
const PIECES = 100_000
