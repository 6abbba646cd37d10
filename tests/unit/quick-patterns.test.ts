import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trimEndOf } from '@/lib/model/trim-end'
import { expectQuick } from '../cpu-time'

/**
 * A pattern that begins with a repeated character and ends with the text, such as `/-+$/`, tries each run of it from each
 * of its characters: the square of its length. `trimEnd` and `trimEndOf` read from the end.
 */
const SLOW = /(?:replace\(\/|(?<!\\)\|)(?:\\s|\[(?!\^)(?:\\.|[^\]\\])+\]|\\?[-/.,])[+*]\$\//

test('no pattern removes a run of characters from the end of a text', () => {
  const found = ['lib', 'app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => {
        const lines = readFileSync(join(folder, path), 'utf8').split('\n')
        return lines
          .filter((line) => SLOW.test(line) && !/^\s*(?:\*|\/\/|\/\*)/.test(line))
          .map((line) => `${path}: ${line.trim()}`)
      }),
  )
  expect(found).toEqual([])
})

test.each([
  String.raw`text.replace(/\s+$/, '')`,
  String.raw`text.replace(/[\\/]+$/, '')`,
  `text.replace(/^-+|-+$/g, '')`,
  String.raw`text.replace(/\/+$/, '')`,
])('%s would be found', (line) => {
  expect(SLOW.test(line)).toBe(true)
})

test('trimEndOf reads a run once', async () => {
  expect(trimEndOf('a--b-/-', '-/')).toBe('a--b')
  await expectQuick(() => trimEndOf(`${'-'.repeat(1_000_000)}a`, '-'), 1000)
})
