import { expect, test } from 'vitest'
import { toIndexQuery } from '@/lib/search/dialog/index-client'
import { foldText, segment, unsegment } from '@/lib/search/segment'

test.each([
  ['新幹線で', ' 新幹 幹線 線で で '],
  ['ride the 新幹線 today', 'ride the 新幹 幹線 線 today'],
  ['น้ำ', ' น้ำ '],
  ['Kanal und Тор', 'Kanal und Тор'],
  ['서울 여행', '서울 여행'],
])('segments %j as %j', (text, segmented) => {
  expect(segment(text)).toBe(segmented)
})

test.each(['新幹線で行く。', 'コーヒー', 'ride the 新幹線 today'])(
  'takes the segmentation of %j back',
  (text) => {
    expect(unsegment(segment(text)).trim()).toBe(text)
  },
)

test('keeps marks between characters', () => {
  expect(unsegment('朝の の新 <mark>新幹</mark> <mark>幹線</mark> <mark>線で</mark> で')).toBe(
    '朝の<mark>新</mark><mark>幹</mark><mark>線</mark>で',
  )
})

test('searches for a sequence of characters as a phrase', () => {
  expect(toIndexQuery('新幹線')).toBe('"新幹 幹線"')
  expect(toIndexQuery('新幹')).toBe('"新幹"')
  expect(toIndexQuery('新')).toBe('"新"')
  expect(toIndexQuery('東京の新幹線')).toBe('東京 の新 幹線')
  expect(toIndexQuery('iron crank')).toBe('iron crank')
})

test.each([
  ['Ёлка', 'елка'],
  ['Ｃａｆé', 'cafe'],
  ['السُّفُن', 'السفن'],
  ['น้ำ', 'น้ำ'.normalize('NFKD').normalize('NFC')],
])('folds %j to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})
