import { expect, test } from 'vitest'
import { markPhrases } from '@/lib/search/dialog/hit'
import { hideFrequent, listFrequent, revealFrequent } from '@/lib/search/frequent'
import { inventSearchDocuments } from '../../bench/search-documents'

test('only large blogs have frequent words, and rare words are none', () => {
  expect(listFrequent(inventSearchDocuments(20)).size).toBe(0)
  const frequent = listFrequent(inventSearchDocuments(500))
  expect(frequent.has('the')).toBe(true)
  expect(frequent.has('wedisnodrinace')).toBe(false)
  expect(frequent.size).toBeLessThan(1000)
})

test('a frequent word is indexed once in a post, in any spelling, and everything can be read', () => {
  const seen = new Set<string>()
  const text = 'The lock: “the” gate, THE. Then the-gate 新the'
  const hidden = hideFrequent(text, new Set(['the']), seen)
  expect(hidden.match(/[a-z]+/gi)).toEqual(['The', 'lock', 'gate', 'Then', 'the', 'gate', 'the'])
  expect(revealFrequent(hidden)).toBe(text)
  const next = hideFrequent('the end', new Set(['the']), seen)
  expect(next).not.toContain('the')
  expect(revealFrequent(next)).toBe('the end')
})

test('marks what was asked for', () => {
  expect(markPhrases('朝の新幹線で', ['新幹線'])).toEqual([
    { text: '朝の', isMatch: false },
    { text: '新幹線', isMatch: true },
    { text: 'で', isMatch: false },
  ])
  expect(markPhrases('a+b', ['+'])).toContainEqual({ text: '+', isMatch: true })
})
