import { describe, expect, test } from 'vitest'
import { MAX_SLUG_BYTES, shortenSlug, slugify, splitDatePrefix } from '@/lib/urls/slug'

describe('slugify', () => {
  test.each([
    ['Rust-1.86.0', 'rust-1-86-0'],
    ['Hello  World!', 'hello-world'],
    ['don’t panic', 'dont-panic'],
    ['snake_case', 'snake_case'],
    ['Über uns', 'über-uns'],
    ['日本語 の 記事', '日本語-の-記事'],
    ['हिन्दी', 'हिन्दी'],
    ['--C++--', 'c'],
    ['🎉', ''],
  ])('turns %j into %j', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  test('gives the same URL to both Unicode forms of a name', () => {
    expect(slugify('cafe\u0301')).toBe(slugify('caf\u00e9'))
  })

  test('is idempotent', () => {
    for (const text of ['İstanbul', 'Straße & Co.', 'ΑΣ']) expect(slugify(slugify(text))).toBe(slugify(text))
  })
})

describe('splitDatePrefix', () => {
  test.each([
    ['2022-06-07-hello', { date: '2022-06-07', rest: 'hello' }],
    ['2021-7-5-hello', { date: '2021-07-05', rest: 'hello' }],
    ['2021-07-05_hello', { date: '2021-07-05', rest: 'hello' }],
    ['2021-07-05', { date: '2021-07-05', rest: '2021-07-05' }],
    ['2021-02-31-hello', { rest: '2021-02-31-hello' }],
    ['hello-2021-07-05', { rest: 'hello-2021-07-05' }],
    ['2021-07-051-days', { rest: '2021-07-051-days' }],
  ])('splits %s', (name, parts) => {
    expect(splitDatePrefix(name)).toEqual(parts)
  })
})

describe('shortenSlug', () => {
  test.each(['a', 'a'.repeat(MAX_SLUG_BYTES), '潮'.repeat(60)])('keeps %s', (slug) => {
    expect(shortenSlug(slug)).toBe(slug)
  })

  test.each(['a'.repeat(300), '潮'.repeat(100), `${'é'.repeat(83)}-${'x'.repeat(50)}`, '🎉'.repeat(64)])(
    'shortens %s to whole characters, and keeps different slugs different',
    (slug) => {
      const short = shortenSlug(slug)
      expect(Buffer.byteLength(short)).toBeLessThanOrEqual(MAX_SLUG_BYTES)
      expect(short).toMatch(/[^-\uFFFD]-[\da-f]{8}$/u)
      expect(shortenSlug(`${slug}b`)).not.toBe(short)
    },
  )
})
