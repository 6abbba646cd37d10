import { describe, expect, test } from 'vitest'
import { formatSarif } from '@/lib/check/format-sarif'
import { formatSourceLine } from '@/lib/check/format-source-line'
import { formatSurvey } from '@/lib/compat/format-survey'
import { formatGithubAnnotation, formatProblem, type Problem } from '@/lib/model/problem'
import { TEXTS, wordsOf } from './hostile-texts'

/** For each format, a function that writes a text and checks what a reader of the format finds. */
const SINKS: Record<string, (text: string) => void | Promise<void>> = {
  terminal: (text) => {
    expectPrintable(formatProblem(problemOf(text)))
  },
  'a line of the source on a terminal': (text) => {
    const lines = formatSourceLine([text], problemOf(text)).split('\n')
    for (const line of lines) expectPrintable(line)
    expect(lines.length).toBeLessThanOrEqual(2)
  },
  'a survey on a terminal': (text) => {
    const extraKeys = Object.fromEntries([[text, 1]])
    const survey = formatSurvey({
      ...EMPTY_SURVEY,
      extraKeys,
      problems: [problemOf(text)],
      renamed: [{ file: text, from: text, to: text }],
    })
    for (const line of survey.split('\n')) expectPrintable(line)
    expect(survey.split('\n')).toHaveLength(
      formatSurvey({
        ...EMPTY_SURVEY,
        extraKeys: { a: 1 },
        problems: [problemOf('a')],
        renamed: [{ file: 'a', from: 'a', to: 'a' }],
      }).split('\n').length,
    )
  },
  'an annotation of GitHub': (text) => {
    const line = formatGithubAnnotation(problemOf(text))
    expectPrintable(line)
    const [, place = '', message = ''] = /^::error ([^:]*)::(.*)$/.exec(line) ?? []
    expect(place.split(',').map((property) => property.split('=')[0])).toEqual([
      'file',
      'line',
      'col',
      'title',
    ])
    const written = message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
    for (const word of wordsOf(text)) expect(written).toContain(word)
  },
  SARIF: (text) => {
    const [result] = JSON.parse(formatSarif([problemOf(text)])).runs[0].results
    expect(result.message.text).toBe(`${text} Hint: ${text}`)
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w%.!~*'()/-]*$/)
  },
}

describe.each(Object.entries(SINKS))('%s', (_, check) => {
  test.each(Object.entries(TEXTS))('contains %s as text', async (_, text) => {
    await check(text)
  })
})

const EMPTY_SURVEY = {
  blogs: [],
  posts: 1,
  pages: 0,
  drafts: 0,
  dated: 1,
  tagged: 0,
  frontMatter: {},
  features: {},
  embeds: {},
  pictures: { found: 0, missing: 0, elsewhere: 0 },
  addresses: 0,
  links: { leading: 0, guessed: 0, dead: 0, deadAnchors: 0 },
  extraKeys: {},
  renamed: [],
  problems: [],
}

function problemOf(text: string): Problem {
  return {
    severity: 'error',
    rule: 'a/b',
    file: text,
    line: 1,
    column: 3,
    message: text,
    hint: `Hint: ${text}`,
  }
}

function expectPrintable(line: string): void {
  expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|##\[/u)
}
