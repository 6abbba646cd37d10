/**
 * `npm test`: every check of the project, cheapest first. Stops at the first stage that fails, with its exit code. Its
 * last line is `N passed`, counting unit tests and browser tests. A failing test is retried once, and listed at the end
 * if it passes then: one pause of a busy machine should not waste a run of twenty minutes.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { provideBrowser } from './e2e/browser'
import { buildSite } from './e2e/build-site'
import { countByDatabase, readPlaywrightReport, readVitestReport } from './reports'
import { DATABASE_NAMES } from './responses/databases'

const REPORTS = join('.e2e', 'reports')
const UNIT_REPORT = join(REPORTS, 'unit.json')
const BROWSER_REPORT = join(REPORTS, 'browser.json')

// Defined above the stages that throw it: unlike functions, classes are not hoisted.
class CommandFailure extends Error {
  constructor(
    command: string,
    readonly code: number,
  ) {
    super(`"${command}" ended with exit code ${code}.`)
  }
}

const started = Date.now()
mkdirSync(REPORTS, { recursive: true })
stage('format and lint', () => run('biome', ['check', '--error-on-warnings']))
stage('content', () => run('npm', ['run', 'generate']))
stage('check', () => run('npm', ['run', 'check', '--', '--strict']))
stage('types', () => run('tsc', ['--noEmit']))
stage('unit tests', () =>
  run('vitest', [
    'run',
    '--retry=1',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ]),
)
stage('build', () => void buildSite('default', { show: true }))
stage('browser', () => console.log(provideBrowser()))
stage('browser tests', () => run('playwright', ['test', '--retries=1'], { E2E_REPORT: BROWSER_REPORT }))

const results = [readVitestReport(UNIT_REPORT), readPlaywrightReport(BROWSER_REPORT)]
for (const name of results.flatMap(({ skipped }) => skipped)) console.log(pc.yellow(`Skipped: ${name}`))
for (const name of results.flatMap(({ flaky }) => flaky))
  console.log(pc.yellow(`Passed at the second try: ${name}`))
for (const line of countByDatabase(UNIT_REPORT, DATABASE_NAMES)) console.log(line)
console.log(`Took ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${results.reduce((sum, { passed }) => sum + passed, 0)} passed`)

/** Runs one stage. If it throws, prints its name and ends the run with the exit code of its command. */
function stage(name: string, work: () => void): void {
  console.log(pc.bold(`\n— ${name}`))
  try {
    work()
  } catch (error) {
    console.error(pc.red(`\nStopped at: ${name}. ${error instanceof Error ? error.message : String(error)}`))
    process.exit(error instanceof CommandFailure ? error.code : 1)
  }
}

function run(command: string, args: string[], environment: Record<string, string> = {}): void {
  const [program, programArgs] =
    command === 'npm' ? ['npm', args] : ['npx', ['--no-install', command, ...args]]
  const { status, error } = spawnSync(program, programArgs, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  })
  if (error || status !== 0) throw new CommandFailure(`${command} ${args.join(' ')}`, status ?? 1)
}
