import { expect, test } from 'vitest'
import { findLanguageSuffixes } from '@/lib/staging/blogs/language-suffix'

const read = (...paths: string[]) => Object.fromEntries(findLanguageSuffixes(paths))

test('a language before the extension makes a translation of the file next to it', () => {
  expect(read('posts/gate.md', 'posts/gate.de.md', 'posts/gate.pt-br.md')).toEqual({
    'posts/gate.de.md': { path: 'posts/gate.md', lang: 'de' },
    'posts/gate.pt-br.md': { path: 'posts/gate.md', lang: 'pt-BR' },
  })
})

test('two languages without a plain file are translations, too', () => {
  expect(Object.keys(read('a.de.md', 'a.en.md'))).toEqual(['a.de.md', 'a.en.md'])
})

test('what only looks like a language is part of the name', () => {
  expect(read('node.is.md', 'v2.de.md')).toEqual({})
  expect(read('node.js.md', 'node.md', 'release.v2.md', 'release.md', 'a.min.md', 'a.md')).toEqual({})
})
