/**
 * `npm run bench [-- 1000 --peers --json]`: builds a site of generated posts without caches, again unchanged and with
 * one changed post, and measures the dev server and the size of pages. With `--peers` other generators build the same
 * posts in the same run, and ratios are printed. It never fails, because machines differ. Budgets are in `tests/e2e`.
 */
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Contestant } from './contestant'
import { type DevCost, measureDev } from './dev-server'
import { type Cost, measureCommand } from './measure'
import { weighPages } from './pages'
import { installPeers } from './peers'
import { inventPosts } from './posts'
import { quire } from './quire'

const program = new Command('npm run bench --')
  .description('Builds invented posts and prints what that costs.')
  .argument('[posts]', 'how many', '400')
  .option('--peers', 'build the same posts with Astro and Eleventy, installed into temporary folders')
  .option('--json', 'print JSON alone')
  .option('--no-dev', 'leave the dev server out')
  .parse()
const options = program.opts<{ peers?: boolean; json?: boolean; dev: boolean }>()
const count = Number(program.args[0] ?? 400)
if (!Number.isInteger(count) || count < 1) {
  program.error(`"${program.args[0]}" is not a number of posts. Usage: npm run bench -- 400`)
}

const files = inventPosts(count)
const contestants = [quire(files), ...(options.peers ? installPeers(files) : [])]
const results: Result[] = []
// The generators take turns for each kind of build, so that a machine that slows down affects all of them.
for (const contestant of contestants) {
  contestant.clean()
  results.push({ contestant, builds: {} })
}
for (const kind of ['cold', 'unchanged', 'changed'] as const) {
  for (const { contestant, builds } of results) {
    say(`${contestant.name}: ${kind}`)
    if (kind === 'changed') changeOnePost(contestant)
    builds[kind] = await measureCommand(contestant.build, contestant)
  }
}
const pages = weighPages(results[0]?.contestant.folder ?? '')
if (options.dev) {
  for (const result of results) {
    say(`${result.contestant.name}: dev`)
    result.dev = await measureDev(result.contestant)
  }
}
report()

function report(): void {
  const rows = results.map(({ contestant: { name }, builds: { cold, unchanged, changed }, dev }) => ({
    name,
    cold: cold?.seconds,
    unchanged: unchanged?.seconds,
    changed: changed?.seconds,
    memoryMb: cold?.totalMb,
    largestProcessMb: cold?.largestMb,
    devStart: dev?.startSeconds,
    saveToServed: dev && median(dev.saveSeconds),
  }))
  const [own, astro] = rows
  const ratios = own &&
    astro && {
      'cold / cold of Astro': ratio(own.cold, astro.cold),
      'changed / unchanged of Astro': ratio(own.changed, astro.unchanged),
      'changed / own cold': ratio(own.changed, own.cold),
    }
  if (options.json) {
    console.log(JSON.stringify({ posts: count, results: rows, ratios, pages }, null, 2))
    return
  }
  console.log(`\n${count} posts; seconds, and MB at the peak of the first build`)
  console.table(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))),
  )
  if (ratios) console.table(ratios)
  console.table(pages)
}

function changeOnePost({ posts }: Contestant): void {
  const [first = ''] = readdirSync(posts).filter((name) => name.endsWith('.md'))
  appendFileSync(join(posts, first), '\nOne more line.\n')
}

function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a !== undefined && b ? round(a / b) : undefined
}

function round<Value>(value: Value): Value | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}

function say(text: string): void {
  if (!options.json) console.log(text)
}

interface Result {
  contestant: Contestant
  builds: Partial<Record<'cold' | 'unchanged' | 'changed', Cost>>
  dev?: DevCost
}
