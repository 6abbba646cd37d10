import { describe, expect, test } from 'vitest'
import { findGrammar } from '../../../../lib/markdown/code/languages'
import { readCodeMeta, readLines } from '../../../../lib/markdown/code/meta'

describe('a fence’s options', () => {
  const nothing = { highlighted: [], lineNumbers: false, start: 1 }
  test.each([
    ['js', '', { lang: 'js' }],
    ['js', '{1,3-5}', { lang: 'js', highlighted: [1, 3, 4, 5] }],
    ['js{1,3}', '', { lang: 'js', highlighted: [1, 3] }],
    ['js', 'title="a b.js" {2}', { lang: 'js', title: 'a b.js', highlighted: [2] }],
    ['js', "filename='a.js'", { lang: 'js', title: 'a.js' }],
    ['js:src/a.js', '', { lang: 'js', title: 'src/a.js' }],
    ['js', 'tide.js {1}', { lang: 'js', title: 'tide.js', highlighted: [1] }],
    ['js', 'A title of words', { lang: 'js', title: 'A title of words' }],
    ['js', 'twoslash', { lang: 'js' }],
    ['python', 'hl_lines="1 3-4" linenos', { lang: 'python', highlighted: [1, 3, 4], lineNumbers: true }],
    [
      'go',
      '{linenos=table,hl_lines=["1-2",5],linenostart=199}',
      { lang: 'go', highlighted: [1, 2, 5], lineNumbers: true, start: 199 },
    ],
    ['go', '{linenos=false}', { lang: 'go' }],
    [
      'rust,linenos,hl_lines=1',
      '3-4, linenostart=10',
      { lang: 'rust', highlighted: [1, 3, 4], lineNumbers: true, start: 10 },
    ],
    ['rust,ignore', '', { lang: 'rust' }],
    ['rust,no_run,edition2021', '', { lang: 'rust' }],
    ['ts:line-numbers', '{1}', { lang: 'ts', highlighted: [1], lineNumbers: true }],
    ['ts', 'showLineNumbers{10}', { lang: 'ts', lineNumbers: true, start: 10 }],
    ['js=', '', { lang: 'js', lineNumbers: true }],
    ['js=101', '', { lang: 'js', lineNumbers: true, start: 101 }],
    ['{r', 'label, echo=FALSE}', { lang: 'r' }],
    ['{.python', '.numberLines startFrom="3"}', { lang: 'python', lineNumbers: true, start: 3 }],
    [
      'ruby',
      'A title http://x.example/a.rb The source',
      { lang: 'ruby', title: 'A title', link: { url: 'http://x.example/a.rb', text: 'The source' } },
    ],
    ['', '', { lang: '' }],
  ])('reads "%s %s"', (lang, meta, expected) => {
    expect(readCodeMeta(lang, meta)).toEqual({ ...nothing, ...expected })
  })

  test('limits a set of lines', () => {
    expect(readLines('1-999999999')).toHaveLength(10_000)
  })
})

describe('a language’s name', () => {
  test.each([
    ['TypeScript', 'typescript'],
    ['golang', 'go'],
    ['terminal', 'console'],
    ['text', 'plain'],
    ['', 'plain'],
    ['nosuchlanguage', undefined],
    ['constructor', undefined],
  ])('"%s" is %s', (name, grammar) => {
    expect(findGrammar(name)).toBe(grammar)
  })

  test('maps to a Shiki grammar for the names of other systems', async () => {
    const { bundledLanguages } = await import('shiki/langs')
    for (const name of [
      'irb',
      'conf',
      'env',
      'vbnet',
      'objectivec',
      'django',
      'assembly',
      'batchfile',
      'apacheconf',
      'mysql',
      'ndjson',
      'svg',
      'cuda',
      'octave',
      'mathematica',
      'rmd',
      'gradle',
      'sc',
      'ml',
      'fortran',
      'pas',
      'wat',
      'sol',
      'edn',
      'pl',
      'curl',
      'ex',
    ]) {
      expect(Object.hasOwn(bundledLanguages, findGrammar(name) ?? 'none'), name).toBe(true)
    }
  })
})
