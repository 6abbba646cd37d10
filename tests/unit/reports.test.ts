import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countByDatabase, readPlaywrightReport, readVitestReport } from '../reports'

describe('reports', () => {
  test('counts the tests of Vitest, and names those that did not run', () => {
    const file = write({
      numPassedTests: 3,
      testResults: [
        {
          assertionResults: [
            reported('a', 'passed'),
            reported('b', 'passed'),
            reported('dates in words', 'skipped'),
          ],
        },
        { assertionResults: [reported('c', 'passed')] },
      ],
    })
    expect(readVitestReport(file)).toEqual({ passed: 3, skipped: ['dates in words'], flaky: [] })
  })

  test('says how many tests ran on which database', () => {
    const file = write({
      numPassedTests: 3,
      testResults: [
        {
          assertionResults: [
            reported('comments on a file are shown', 'passed'),
            reported("likes on 'a file' count", 'passed'),
            reported('comments on PostgreSQL are shown', 'skipped'),
            reported('a name on another line', 'passed'),
          ],
        },
      ],
    })
    expect(countByDatabase(file, ['a file', 'PostgreSQL'])).toEqual([
      '2 of 2 tests of responses ran on a file',
      '0 of 1 tests of responses ran on PostgreSQL',
    ])
  })

  test('counts the tests of Playwright in nested suites, with reasons for skipped ones and with those that passed on a retry', () => {
    const skipped = { status: 'skipped', annotations: [{ type: 'skip', description: 'no seeds here' }] }
    const file = write({
      stats: { expected: 4, flaky: 1, skipped: 1, unexpected: 0 },
      suites: [
        { specs: [], suites: [{ specs: [{ title: 'shows the first', tests: [skipped] }] }] },
        { specs: [{ title: 'shows the second', tests: [{ status: 'flaky', annotations: [] }] }] },
      ],
    })
    expect(readPlaywrightReport(file)).toEqual({
      passed: 5,
      skipped: ['shows the first: no seeds here'],
      flaky: ['shows the second'],
    })
  })
})

function reported(fullName: string, status: string) {
  return { fullName, status }
}

function write(report: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}
