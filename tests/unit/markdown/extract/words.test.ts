import { describe, expect, test } from 'vitest'
import { countWords } from '../../../../lib/markdown/extract/words'

/** The result of Unicode's rules, which are slower. */
function segment(text: string, lang: string): number {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  ).length
}

describe('counting words', () => {
  test.each([
    ['The tide comes, and goes.', 5],
    ["can’t can't e.g. 3.14 1,000,000 snake_case a-b", 8],
    ['_ -- … «»', 0],
    ['Café à Noël – déjà-vu', 5],
    ['', 0],
  ])('counts the words of "%s" as Unicode does', (text, expected) => {
    expect(countWords(text, 'en')).toBe(expected)
    expect(segment(text, 'en')).toBe(expected)
  })

  test.each([
    ['今天天气很好，我们去海边。', 'zh'],
    ['วันนี้อากาศดีมาก', 'th'],
    ['Сегодня хорошая погода, не так ли?', 'ru'],
    ['오늘 날씨가 좋네요', 'ko'],
    ['😉 and 🥹 are no words', 'en'],
  ])('segments %s without Latin letters', (text, lang) => {
    expect(countWords(text, lang)).toBe(segment(text, lang))
    expect(countWords(`${text} `.repeat(20), lang)).toBe(segment(text, lang) * 20)
  })

  test('counts an unknown language as English', () => {
    expect(countWords('one two', 'not a language')).toBe(2)
  })
})
