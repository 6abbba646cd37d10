import { describe, expect, test } from 'vitest'
import { slugify, splitDatePrefix } from '@/lib/urls/slug'

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
  ])('makes %j %j', (text, slug) => {
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
  ])('takes %s apart', (name, parts) => {
    expect(splitDatePrefix(name)).toEqual(parts)
  })
})
