import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readText } from '@/lib/staging/text/read-text'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quire-text-'))
})

afterEach(() => rm(folder, { recursive: true }))

const FRONT_MATTER = '---\ntitle: Tide\ndraft: true\n---\n'

async function read(bytes: Uint8Array): Promise<{ text: string; decoded?: string }> {
  const file = join(folder, 'a.md')
  await writeFile(file, bytes)
  return readText(file)
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le')
}

describe('readText', () => {
  const texts = [
    ['short', FRONT_MATTER],
    ['in Chinese', `${FRONT_MATTER}${'潮汐一二三。'.repeat(500)}`],
    ['with half of a pair', `${FRONT_MATTER}a\uD800b`],
  ] as const

  test.each(texts)('reads UTF-16 without a byte order mark: %s', async (_, text) => {
    for (const [bytes, decoded] of [
      [wide(text), 'utf-16le'],
      [wide(text).swap16(), 'utf-16be'],
    ] as const) {
      const result = await read(bytes)
      expect(result).toEqual({ text: text.replace('\uD800', '\uFFFD'), decoded })
    }
  })

  test('reads UTF-16 that was cut off in the middle of a character', async () => {
    const { text } = await read(wide(FRONT_MATTER).subarray(0, -1))
    expect(text).toContain('draft: true')
  })

  test.each(texts)('reads UTF-8: %s', async (_, text) => {
    expect(await read(Buffer.from(text))).toEqual({ text: text.replace('\uD800', '\uFFFD') })
  })

  test('reads a stray zero byte in UTF-8 as itself', async () => {
    expect(await read(Buffer.from('---\ntitle: a\0b\n---\n'))).toEqual({ text: '---\ntitle: a\0b\n---\n' })
  })

  test('reads anything else as Windows-1252', async () => {
    expect(await read(Buffer.from([0xfc, 0x62]))).toEqual({ text: 'üb', decoded: 'windows-1252' })
  })
})
