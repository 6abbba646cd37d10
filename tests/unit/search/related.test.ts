import { expect, test } from 'vitest'
import { countWords, findRelated } from '@/lib/search/related'
import type { SearchDocument } from '@/lib/search/search-document'
import { foldText } from '@/lib/search/segment'
import { wordsOf } from '@/lib/search/words'

const locks = 'The lock keeper opens the sluice and the water level falls until both gates stand open.'
const bread = 'Knead flour and water, let the dough rise, then bake the sourdough loaf in a hot oven.'

test('finds the posts with similar words, the most similar first', () => {
  const related = relate([
    document('lock-1', locks),
    document('lock-2', `${locks} At night the keeper sleeps.`),
    document('bread-1', bread),
    document('bread-2', `${bread} A sourdough needs time.`),
    document('other', 'Completely unrelated thoughts about chess openings.'),
  ])
  expect(related.get('/posts/lock-1')?.[0]).toBe('/posts/lock-2')
  expect(related.get('/posts/bread-2')?.[0]).toBe('/posts/bread-1')
  expect(related.get('/posts/other')).toEqual([])
})

test('counts a shared tag', () => {
  const related = relate([
    { ...document('a', 'First things.'), tags: ['Rust'] },
    { ...document('b', 'Second matters.'), tags: ['rust'] },
    ...Array.from({ length: 6 }, (_, index) => document(`x${index}`, `Word${index} alone${index}.`)),
  ])
  expect(related.get('/posts/a')).toEqual(['/posts/b'])
})

test('names no post in another language, not even a translation full of the same code', () => {
  const related = relate([
    document('a', locks),
    { ...document('a-de', locks), lang: 'de' },
    { ...document('b', locks), lang: 'en-GB' },
    ...['c', 'd', 'e'].map((name) => document(name, bread)),
  ])
  expect(related.get('/posts/a')).toEqual(['/posts/b'])
  expect(related.get('/posts/a-de')).toEqual([])
})

test('returns the same result for the same posts', () => {
  const documents = [document('a', locks), document('b', locks), document('c', bread)]
  expect([...relate(documents)]).toEqual([...relate(documents)])
})

function relate(documents: readonly SearchDocument[]): Map<string, string[]> {
  return findRelated(documents.map((each) => ({ url: each.url, lang: each.lang, ...countWords(each) })))
}

function document(slug: string, text: string): SearchDocument {
  return {
    url: `/posts/${slug}`,
    title: slug,
    summary: '',
    lang: 'en',
    tags: [],
    sections: [{ heading: '', text }],
  }
}

test('segments words between spaces as in the complete text', () => {
  const text = 'It’s 3.14, e-mail (or “mail”) — naïve café日本語 テスト. It’s 3.14, again: e-mail.'
  const segmented = Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(foldText(text)))
    .filter(({ segment, isWordLike }) => isWordLike && segment.length > 1)
    .map(({ segment }) => segment)
  expect([...wordsOf(foldText(text), 'en')]).toEqual(segmented)
})
