/**
 * `npm run torture`: sends every text of `inputs.ts` through the build, each in a process of its own at its size and at
 * half of it, then random texts for a longer while. `-- --report` writes the table of docs/torture.md; `-- --only NAME`
 * runs one text. Ends with 1 where one crashed, or took longer than its time.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { inputs } from './inputs'

/** For one text, start of its process included. */
const MAX_SECONDS = 60

const only = process.argv.includes('--only') ? process.argv.at(process.argv.indexOf('--only') + 1) : undefined
const chosen = inputs.filter(({ name }) => only === undefined || name === only)
if (chosen.length === 0) throw new Error(`There is no text “${only}”.`)

const rows = chosen.map(({ name, size }) => {
  const [half, whole] = [run(name, size / 2), run(name, size)]
  const row = [name, size.toLocaleString('en'), seconds(half), seconds(whole), outcomeOf(whole)]
  console.log(row.join(' · '))
  return { row, failed: whole.failure !== undefined }
})

if (process.argv.includes('--report')) {
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/torture.md', report(rows.map(({ row }) => row)))
}

const fuzz = only
  ? 0
  : spawnSync('npx', ['vitest', 'run', 'tests/unit/fuzz.test.ts', '--reporter=dot'], {
      stdio: 'inherit',
      env: {
        ...process.env,
        FUZZ_RUNS: process.env.FUZZ_RUNS ?? '1000',
        FUZZ_SEED: process.env.FUZZ_SEED ?? String(Date.now() % 1e6),
      },
    }).status
process.exitCode = rows.some(({ failed }) => failed) || fuzz !== 0 ? 1 : 0

/** Starting a process and loading the pipeline take a few of these seconds. */
function run(name: string, size: number): Result {
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/torture/child.ts', name, String(Math.floor(size))],
    { encoding: 'utf8', timeout: MAX_SECONDS * 1000 },
  )
  if (child.status === 0) return { ...JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '{}') }
  const reason = child.stderr.split('\n').find((line) => /Error|heap/.test(line))
  return {
    failure: child.signal ? `not done after ${MAX_SECONDS} s` : (reason ?? `ended with ${child.status}`),
  }
}

function seconds({ ms }: Result): string {
  return ms === undefined ? '–' : (ms / 1000).toFixed(ms < 100 ? 3 : 1)
}

function outcomeOf({ failure, rules = [], length = 0 }: Result): string {
  if (failure) return failure
  const size = `${Math.ceil(length / 1000)} KB`
  return rules.length > 0 ? `${size}, reported: ${rules.join(', ')}` : size
}

function report(table: string[][]): string {
  return `# What hostile texts cost

Written by \`npm run torture -- --report\`. Each text is one piece repeated, at the size at which it once took seconds or
ended a build. Seconds are those of rendering (or of staging) alone, on the machine that wrote this table.

| Text | Characters | Half, s | All, s | What came of it |
| :--- | ---: | ---: | ---: | :--- |
${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`
}

interface Result {
  ms?: number
  length?: number
  rules?: string[]
  failure?: string
}
