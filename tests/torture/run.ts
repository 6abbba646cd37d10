/**
 * `npm run torture`: sends every text of `inputs.ts` through the build, each in its own process at its size and at
 * half of it, then random texts for a longer while, random texts in Chromium, and two hundred connections to the built
 * site. `-- --report` writes docs/torture.md; `-- --only NAME` runs one text; `-- --without-load` needs no built site.
 * Ends with 1 where something crashed, ran a script, failed to answer, or took longer than its time.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { inputs } from './inputs'
import { type Load, measureLoad } from './load'

/** For one text, start of its process included. */
const MAX_SECONDS = 60

const only = process.argv.includes('--only') ? process.argv.at(process.argv.indexOf('--only') + 1) : undefined
const chosen = inputs.filter(({ name }) => only === undefined || name === only)
if (chosen.length === 0) throw new Error(`There is no text “${only}”.`)
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 1e6)
const runs = process.env.FUZZ_RUNS ?? '1000'

const rows = chosen.map(({ name, size }) => {
  const [half, whole] = [run(name, size / 2), run(name, size)]
  const row = [
    name,
    size.toLocaleString('en'),
    seconds(half),
    seconds(whole),
    growth(half, whole),
    outcomeOf(whole),
  ]
  console.log(row.join(' · '))
  return { row, failed: whole.failure !== undefined }
})

const fuzz = only
  ? { ok: true, said: '' }
  : command('npx', ['vitest', 'run', 'tests/unit/fuzz', '--reporter=dot'])
const browser = only
  ? { ok: true, said: '' }
  : command('npx', ['tsx', 'tests/torture/browser.ts', seed, String(Math.ceil(Number(runs) / 2))])
const load = only || process.argv.includes('--without-load') ? undefined : await measureLoad('.')
if (load) console.log(loadTable(load))

if (process.argv.includes('--report')) {
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/torture.md', report())
}
process.exitCode =
  rows.some(({ failed }) => failed) || !fuzz.ok || !browser.ok || (load?.site.errors ?? 0) > 0 ? 1 : 0

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

function command(program: string, args: string[]): { ok: boolean; said: string } {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', FUZZ_RUNS: runs, FUZZ_SEED: seed },
    maxBuffer: 2 ** 28,
  })
  console.log(stdout)
  return { ok: status === 0, said: stdout.trim().split('\n').at(-1) ?? '' }
}

function seconds({ ms }: Result): string {
  return ms === undefined ? '–' : (ms / 1000).toFixed(ms < 100 ? 3 : 1)
}

/** How many times as long twice the text takes: 2 is in proportion, 4 a square. Short times say nothing. */
function growth(half: Result, whole: Result): string {
  if (half.ms === undefined || whole.ms === undefined || half.ms < 50) return '–'
  return (whole.ms / half.ms).toFixed(1)
}

function outcomeOf({ failure, rules = [], length = 0 }: Result): string {
  if (failure) return failure
  const size = `${Math.ceil(length / 1000)} KB`
  return rules.length > 0 ? `${size}, reported: ${rules.join(', ')}` : size
}

function report(): string {
  const [cpu] = cpus()
  return `# What hostile texts and many readers cost

Written by \`npm run torture -- --report\` on ${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}.

## Texts

Each text is one piece repeated, at the size at which it once took seconds or ended a build. Seconds are those of
rendering (or of staging) alone; growth is what twice the text costs.

| Text | Characters | Half, s | All, s | Growth | What came of it |
| :--- | ---: | ---: | ---: | ---: | :--- |
${rows.map(({ row }) => `| ${row.join(' | ')} |`).join('\n')}

## Random texts

With the seed ${seed}, ${runs} texts for each property of \`tests/unit/fuzz*\`: ${fuzz.ok ? 'all hold' : 'some fail'}.
In Chromium, without any security policy: ${browser.said}
${load ? `\n## Many readers\n\n${loadTable(load)}` : ''}`
}

function loadTable({ connections, seconds, site, plain, residentBefore, residentAfter }: Load): string {
  const memory = (value: number | undefined) =>
    value === undefined ? 'not known' : `${Math.round(value)} MB`
  const line = (name: string, { requests, errors, median, p99 }: Load['site']) =>
    `| ${name} | ${requests.toLocaleString('en')} | ${errors} | ${Math.round(requests / seconds)} | ${median.toFixed(1)} | ${p99.toFixed(1)} |`
  return `${connections} connections for ${seconds} s on the loopback, client and server on the same cores: pages, lists, feeds and a
missing page of the built site, and beside it a server that holds the same pages in memory and does nothing else.

| Server | Requests | Errors | Per second | Median, ms | 99 %, ms |
| :----- | ---: | ---: | ---: | ---: | ---: |
${line('`npm start`', site)}
${line('plain file server', plain)}

The 99th percentile is ${(site.p99 / plain.p99).toFixed(1)} times the plain server's. Memory of \`npm start\`: ${memory(residentBefore)} after ten
seconds of the same load, ${memory(residentAfter)} at the end.
`
}

interface Result {
  ms?: number
  length?: number
  rules?: string[]
  failure?: string
}
