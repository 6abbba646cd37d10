import { describe, expect, test } from 'vitest'
import { likenessOf } from '@/lib/urls/likeness'

describe('likenessOf', () => {
  test('tolerates a wrong letter, another word order and an old folder', () => {
    expect(likenessOf('/posts/a-weak-at-the-lock', '/posts/a-week-at-the-lock')).toBeGreaterThan(0.7)
    expect(likenessOf('/2021/lock-week.html', '/posts/week-lock')).toBe(1)
  })

  test('distinguishes different posts', () => {
    expect(likenessOf('/posts/dollars', '/posts/a-week-at-the-lock')).toBeLessThan(0.3)
    expect(likenessOf('/', '/posts/x')).toBe(0)
  })

  test('reads escaped URLs', () => {
    expect(likenessOf('/posts/%C3%BCbung-eins', '/posts/übung-eins')).toBe(1)
    expect(likenessOf('/posts/100%-sure', '/posts/100-sure')).toBeGreaterThan(0.7)
  })
})
