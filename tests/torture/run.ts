/**
 * `npm run torture`: sends every text of `inputs.ts` through the build, in its own process, at its size and at half of
 * it, then random texts for a longer while, random texts in Chromium, and two hundred connections to the built site.
 * `-- --report` writes docs/torture.md; `-- --only NAME` runs one text; `-- --without-load` needs no
 * built site, `-- --only-load` measures it alone.
 * Ends with 1 where something crashed, ran a script, failed to answer, or took longer than its time.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { inputs } from './inputs'
import { hasGrown, type Load, measureLoad } from './load'
import { type TextResult, TextRunner } from './run-texts'

const REPORT = 'docs/torture.md'
const LOAD_HEADING = '## Many readers'

/** CPU time for one text. */
const MAX_SECONDS = 20

const isLoadOnly = process.argv.includes('--only-load')
const only = process.argv.includes('--only') ? process.argv.at(process.argv.indexOf('--only') + 1) : undefined
const chosen = inputs.filter(({ name }) => !isLoadOnly && (only === undefined || name === only))
if (chosen.length === 0 && !isLoadOnly) throw new Error(`There is no text “${only}”.`)
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 1e6)
const runs = process.env.FUZZ_RUNS ?? '1000'

const runner = new TextRunner()
const rows: { row: string[]; failed: boolean }[] = []
for (const { name, size } of chosen) {
  const { results: [half, whole] = [], failure } = await runner.run(name, [size / 2, size])
  const row = [
    name,
    size.toLocaleString('en'),
    seconds(half),
    seconds(whole),
    growth(half, whole),
    failure ?? outcomeOf(whole),
  ]
  console.log(row.join(' · '))
  rows.push({ row, failed: failure !== undefined || (whole?.ms ?? 0) > MAX_SECONDS * 1000 })
}
runner.stop()

const fuzz =
  only || isLoadOnly
    ? { ok: true, said: '' }
    : command('npx', ['vitest', 'run', 'tests/unit/fuzz', 'tests/unit/mutations', '--reporter=dot'])
const browser =
  only || isLoadOnly
    ? { ok: true, said: '' }
    : command('npx', ['tsx', 'tests/torture/browser.ts', seed, String(Math.ceil(Number(runs) / 2))])
const load = only || process.argv.includes('--without-load') ? undefined : await measureLoad('.')
if (load) console.log(loadTable(load))

if (process.argv.includes('--report')) {
  mkdirSync('docs', { recursive: true })
  writeFileSync(REPORT, isLoadOnly && load ? withLoad(readFileSync(REPORT, 'utf8'), load) : report())
}
process.exitCode =
  rows.some(({ failed }) => failed) ||
  !fuzz.ok ||
  !browser.ok ||
  (load && (load.site.errors > 0 || hasGrown(load)))
    ? 1
    : 0

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

function seconds(measured: Measured | undefined): string {
  return measured === undefined ? '–' : (measured.ms / 1000).toFixed(measured.ms < 100 ? 3 : 1)
}

/** How many times longer a text of twice the size takes: 2 is linear, 4 quadratic. Short times are not compared. */
function growth(half: Measured | undefined, whole: Measured | undefined): string {
  if (half === undefined || whole === undefined || half.ms < 50) return '–'
  return (whole.ms / half.ms).toFixed(1)
}

function outcomeOf({ rules, length }: Measured = { ms: 0, length: 0, rules: [] }): string {
  const size = `${Math.ceil(length / 1000)} KB`
  return rules.length > 0 ? `${size}, reported: ${rules.join(', ')}` : size
}

function report(): string {
  const [cpu] = cpus()
  return `# What hostile texts and many readers cost

Written by \`npm run torture -- --report\` on ${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}.

## Texts

Each text is one piece repeated, at the size at which it once took seconds or ended a build. Seconds are those of
rendering (or of staging) alone, as CPU time; growth is what twice the text costs.

| Text | Characters | Half, s | All, s | Growth | What came of it |
| :--- | ---: | ---: | ---: | ---: | :--- |
${rows.map(({ row }) => `| ${row.join(' | ')} |`).join('\n')}

## Random texts

With the seed ${seed}, ${runs} texts for each property of \`tests/unit/fuzz*\` and \`mutations\`: ${fuzz.ok ? 'all hold' : 'some fail'}.
In Chromium, every second one without a security policy: ${browser.said}
${load ? `\n${LOAD_HEADING}\n\n${loadTable(load)}` : ''}`
}

/** A report with its last part measured again. */
function withLoad(before: string, measured: Load): string {
  return `${before.split(LOAD_HEADING)[0]}${LOAD_HEADING}\n\n${loadTable(measured)}`
}

function loadTable({ connections, seconds, site, plain, residentBefore, residentAfter }: Load): string {
  const memory = (value: number | undefined) =>
    value === undefined ? 'not known' : `${Math.round(value)} MB`
  const line = (name: string, { requests, errors, median, p99 }: Load['site']) =>
    `| ${name} | ${requests.toLocaleString('en')} | ${errors} | ${Math.round(requests / seconds)} | ${median.toFixed(1)} | ${p99.toFixed(1)} |`
  return `${connections} connections for ${seconds} s on the loopback, client and server on the same cores: pages, lists, feeds and a
missing page of the built site, and beside it a server that sends the same files and does nothing else.

| Server | Requests | Errors | Per second | Median, ms | 99 %, ms |
| :----- | ---: | ---: | ---: | ---: | ---: |
${line('`npm start`', site)}
${line('plain file server', plain)}

The 99th percentile is ${(site.p99 / plain.p99).toFixed(1)} times the plain server's. Memory of \`npm start\`: ${memory(residentBefore)} after ten
seconds of the same load, ${memory(residentAfter)} at the end. The machine’s load average was ${loadavg()[0]?.toFixed(0)} on ${cpus().length} cores: above
some 3, other programs took most of it, and the times say little.
`
}

type Measured = NonNullable<TextResult['results']>[number]
