/**
 * `npm run responses:load`: many readers post at once to built sites, with a file and with PostgreSQL. Reports whether
 * every accepted comment is stored exactly once, whether the server failed, how much slower pages are read meanwhile, and
 * whether anything acknowledged is lost when the server is killed during the load. Exit code 1 if something is wrong.
 *
 * Reading is compared with the same load without writes: as many connections send the same comments to the same URL, and
 * are rejected before anything is read or stored, because they seem to come from another site.
 *
 *   npm run responses:load -- [--seconds 20] [--connections 200] [--rounds 1] [--database PostgreSQL]
 */
import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { openSigner, type Signer } from '@/lib/responses/signing'
import { openStore } from '@/lib/responses/store/open-store'
import { buildSite } from '../e2e/build-site'
import { DATABASES } from './databases'
import { post, readPages } from './load-client'
import { serve, stopServer } from './serve-site'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    connections: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '1' },
    database: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)

const folder = buildSite('responses')
let failures = 0

for (const { name, missing, start } of DATABASES) {
  if (values.database !== undefined && values.database !== name) continue
  if (missing) {
    console.log(`${name}: skipped, ${missing}`)
    continue
  }
  console.log(`\n${name}`)
  const database = await start()
  // A shared machine is not equally fast twice: only loads of the same round can be compared.
  for (let round = 0; round < Number(values.rounds); round++) await load(name, database.url, round)
  await crash(name, database.url)
  await database.stop()
}

process.exit(failures > 0 ? 1 : 0)

/** Readers post, like and read at once; afterwards the database is compared with what was acknowledged. */
async function load(name: string, url: string, round: number): Promise<void> {
  const key = await prepare(url)
  // PostgreSQL is shared by two instances; a file has one.
  const servers = await Promise.all(
    Array.from({ length: name === 'PostgreSQL' ? 2 : 1 }, () => serve(folder, url)),
  )
  const ports = servers.map(({ port }) => port)
  for (const port of ports) await readPages(port, Date.now() + 3000)
  const alone = await readPages(ports[0] ?? 0, Date.now() + (seconds * 1000) / 4)
  const refused = await sendComments(`${name} ${round}`, ports, key, { from: 'https://elsewhere.example' })
  const { accepted, statuses, times, reading } = await sendComments(`${name} ${round}`, ports, key)
  for (const server of servers) await stopServer(server.child, 'SIGTERM')

  const stored = await storedTexts(url)
  const lost = [...accepted].filter((text) => !stored.has(text)).length
  const twice = [...stored.values()].filter((times) => times > 1).length
  const failed = [...statuses].filter(([status]) => status.startsWith('5') || status === '0')
  times.sort((a, b) => a - b)
  console.log(
    `  ${connections} connections for ${seconds} s: ${JSON.stringify(Object.fromEntries(statuses))}`,
  )
  console.log(
    `  ${Math.round(accepted.size / seconds)} accepted/s; median ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms, 99 % ${Math.round(times[Math.floor(times.length * 0.99)] ?? 0)} ms`,
  )
  console.log(`  accepted ${accepted.size}, lost ${lost}, stored twice ${twice}`)
  const ratio = (other: { perSecond: number }) => (reading.perSecond / other.perSecond).toFixed(2)
  console.log(
    `  reading: ${reading.perSecond}/s while all write; ${refused.reading.perSecond}/s while all are refused (ratio ${ratio(refused.reading)}), ${alone.perSecond}/s alone (ratio ${ratio(alone)}); failed ${reading.failed}`,
  )
  console.log(`  refused: ${Math.round(refused.times.length / seconds)}/s`)
  if (lost + twice + failed.length + reading.failed > 0) failures++
}

/**
 * The requested number of connections send comments, each the next one after the response to the last, while ten others
 * read.
 * @param headers.from the site that sends them; without it they are accepted
 */
async function sendComments(
  name: string,
  ports: readonly number[],
  key: Signer,
  { from = '' } = {},
): Promise<Sent> {
  const accepted = new Set<string>()
  const statuses = new Map<string, number>()
  const times: number[] = []
  const end = Date.now() + seconds * 1000
  let count = 0
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const reader = async (number: number) => {
    const port = ports[number % ports.length] ?? 0
    while (Date.now() < end) {
      const text = `comment ${name} ${number} ${count++}`
      const started = performance.now()
      const status = await post(agent, port, key, text, number * 1000 + count, from)
      times.push(performance.now() - started)
      statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)
      if (status === 303) accepted.add(text)
    }
  }
  const during = readPages(ports[0] ?? 0, end)
  await Promise.all(Array.from({ length: connections }, (_, number) => reader(number)))
  agent.destroy()
  return { accepted, statuses, times, reading: await during }
}

/** The server is killed while readers post: every acknowledged comment must be stored, once. */
async function crash(name: string, url: string): Promise<void> {
  const key = await prepare(url)
  const { child, port } = await serve(folder, url)
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const accepted = new Set<string>()
  let running = true
  let count = 0
  const reader = async (number: number) => {
    while (running) {
      const text = `crash ${name} ${number} ${count++}`
      if ((await post(agent, port, key, text, 5_000_000 + number * 1000 + count)) === 303) accepted.add(text)
      else if (!running) return
    }
  }
  const readers = Array.from({ length: 50 }, (_, number) => reader(number))
  // During the load, however fast this machine is.
  while (accepted.size < 100) await new Promise((resolve) => setTimeout(resolve, 50))
  await stopServer(child, 'SIGKILL')
  running = false
  await Promise.all(readers)
  const stored = await storedTexts(url)
  const lost = [...accepted].filter((text) => !stored.has(text)).length
  console.log(`  killed after ${accepted.size} acknowledged comments: lost ${lost}`)
  if (lost > 0 || accepted.size === 0) failures++
}

async function prepare(url: string): Promise<Signer> {
  const store = await openStore(url, { purpose: 'the load test' })
  const signer = await openSigner(store)
  await store.close()
  return signer
}

async function storedTexts(url: string): Promise<Map<string, number>> {
  const store = await openStore(url, { purpose: 'the load test' })
  const rows = await store.db.selectFrom('comments').select('text').execute()
  await store.close()
  const texts = new Map<string, number>()
  for (const { text } of rows) texts.set(text, (texts.get(text) ?? 0) + 1)
  return texts
}

interface Sent {
  accepted: Set<string>
  statuses: Map<string, number>
  times: number[]
  reading: { perSecond: number; failed: number }
}
