import { readFileSync } from 'node:fs'

/** What a test runner counted: tests, not files. */
export interface Result {
  passed: number
  /** The name of each skipped test, with the reason if there is one. */
  skipped: string[]
  /** The name of each test that failed first and passed when retried, if the report contains that. */
  flaky: string[]
}

/** Reads the report that `vitest --reporter=json` writes. */
export function readVitestReport(file: string): Result {
  const { numPassedTests, testResults }: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = tests.filter(({ status }) => SKIPPED.has(status)).map(({ fullName }) => fullName)
  return { passed: numPassedTests, skipped, flaky: [] }
}

/**
 * How many tests ran on which database, from the names of `describe.each(DATABASES)`: `… on $name`, which Vitest writes
 * in quotes.
 * @param names as `tests/responses/databases.ts` has them
 */
export function countByDatabase(file: string, names: readonly string[]): string[] {
  const { testResults }: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  return names.map((name) => {
    const own = tests.filter(({ fullName }) => fullName.replaceAll("'", '').includes(` on ${name} `))
    const passed = own.filter(({ status }) => status === 'passed').length
    return `${passed} of ${own.length} tests of responses ran on ${name}`
  })
}

/** Reads the report that Playwright's reporter `json` writes. */
export function readPlaywrightReport(file: string): Result {
  const { stats, suites }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'))
  const specs = suites.flatMap(specsOf)
  const skipped = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => [title, annotations[0]?.description].filter(Boolean).join(': ')),
  )
  const flaky = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => title)
  return { passed: stats.expected + stats.flaky, skipped, flaky }
}

const SKIPPED = new Set(['pending', 'skipped', 'todo', 'disabled'])

function specsOf({ specs = [], suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)]
}

interface VitestReport {
  numPassedTests: number
  testResults: { assertionResults: { fullName: string; status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; flaky: number }
  suites: Suite[]
}

interface Suite {
  specs?: Spec[]
  suites?: Suite[]
}

interface Spec {
  title: string
  tests: { status: string; annotations: { type: string; description?: string }[] }[]
}
