import { expect, test } from 'vitest'
import { minutesToRead } from '../../../lib/blog/reading-time'

test('assumes 213 words per minute', () => {
  expect(minutesToRead(213 * 4)).toBe(4)
})

test('rounds to the nearest minute', () => {
  expect(minutesToRead(213 + 106)).toBe(1)
  expect(minutesToRead(213 + 107)).toBe(2)
})

test('gives a text of a few words one minute', () => {
  expect(minutesToRead(0)).toBe(1)
})
