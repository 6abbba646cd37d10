/**
 * `npm run bench:search [-- 10000]`: what a reader loads for one query in a large blog, and how long the search page takes
 * without JavaScript. Fails if a query loads more than 300 KB.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { writeSearchDocuments } from '@/lib/build/search/search-documents'
import { findDocuments } from '@/lib/search/find'
import { measureSearch } from './search-cost'
import { inventSearchDocuments } from './search-documents'

const program = new Command('npm run bench:search --')
  .description(
    'Measures search in a blog of invented posts: bytes per query, and time and memory on the server.',
  )
  .argument('[posts]', 'how many', '10000')
  .parse()
const count = Number(program.args[0] ?? 10_000)
if (!Number.isInteger(count) || count < 100)
  program.error(
    `"${program.args[0]}" is not a number of posts above 99. Usage: npm run bench:search -- 10000`,
  )

const documents = inventSearchDocuments(count)
const chinese = documents[9]?.sections[1]?.text ?? ''
const [rare = '', other = ''] = (documents[3]?.sections[1]?.text.split(' ') ?? []).filter(
  ({ length }) => length > 11,
)
const queries = [
  ...[rare, `${rare} ${other}`, 'lighthouse', 'cache harbour', 'regression tide harbour', 'the', 'a'],
  ...['the harbour', 'ha', 'cac', chinese.slice(10, 12), chinese.slice(10, 14), chinese.slice(20, 26)],
]
await measureServer()
const costs = await measureSearch(documents, queries)
console.log(`\nBytes that a reader loads for one query, with an empty cache; ${count} posts`)
console.table(costs)
const over = costs.filter(({ total }) => total > 300_000)
for (const { query, total } of over) console.error(`"${query}" loads ${total} bytes: more than 300,000.`)
process.exitCode = over.length > 0 ? 1 : 0

async function measureServer(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'quire-search-'))
  try {
    await writeSearchDocuments(parent, { folder: 'all', documents })
    const folder = join(parent, 'all')
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
    console.log(
      `Search page, ${count} posts: ${sizes.length} files, the largest ${megabytes(Math.max(...sizes))} MB, together ${megabytes(sizes.reduce((sum, size) => sum + size, 0))} MB`,
    )
    const store = {
      list: JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8')),
      readTexts: (shard: number) => readFile(join(folder, `texts-${shard}.txt`)),
      readCards: (shard: number) => readFile(join(folder, `cards-${shard}.txt`), 'utf8'),
    }
    const rows = []
    for (const query of queries) {
      const before = process.cpuUsage()
      const found = await findDocuments(store, query)
      const { user, system } = process.cpuUsage(before)
      rows.push({ query, shown: found.length, 'ms of CPU': Math.round((user + system) / 1000) })
    }
    console.table(rows)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10
}
