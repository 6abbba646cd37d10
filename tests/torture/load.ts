import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { freePort } from '../e2e/free-port'

/**
 * Many readers at once on a built site, and the same load on a plain static file server that sends the files of the same
 * pages: what differs is Next's, not the machine's.
 * @param folder of a built site
 */
export async function measureLoad(folder: string, { connections = 200, seconds = 30 } = {}): Promise<Load> {
  if (!existsSync(join(folder, '.next', 'BUILD_ID'))) throw new Error(`${folder} is not built: npm run build`)
  const paths = pagesOf(folder)
  const port = await freePort()
  const server = await serve(folder, port)
  const plain = await servePlain(folder, paths)
  try {
    // Twice: what a server loads at its first requests is no growth.
    await ask(port, paths, connections, Math.min(seconds, 10))
    const residentBefore = residentOf(server)
    // Half of the plain load before and half after: what else the machine does then weighs on both.
    const first = await ask(plain.port, paths, connections, seconds / 2)
    const site = await ask(port, paths, connections, seconds)
    const second = await ask(plain.port, paths, connections, seconds / 2)
    return {
      ...{ connections, seconds, residentBefore, residentAfter: residentOf(server) },
      ...{
        site: figuresOf(site),
        plain: figuresOf({ times: [...first.times, ...second.times], errors: first.errors + second.errors }),
      },
    }
  } finally {
    server.kill('SIGTERM')
    plain.child.kill('SIGTERM')
  }
}

/** Reading pages, feeds and a page that does not exist. */
function pagesOf(folder: string): string[] {
  const manifest: { routes: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, '.next', 'prerender-manifest.json'), 'utf8'),
  )
  const posts = Object.keys(manifest.routes).filter((route) => /^\/posts\/[\w-]+$/.test(route))
  return ['/', '/posts', '/rss.xml', '/sitemap.xml', '/nowhere', ...posts.slice(0, 15)]
}

/** In a process of its own, as the site has one: the client's must not be in its way. */
async function servePlain(folder: string, paths: string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'plain-server.ts'), folder, ...paths],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const port = await new Promise<number>((started, failed) => {
    child.stdout.once('data', (chunk: Buffer) => started(Number(chunk.toString('utf8'))))
    child.once('exit', (code) => failed(new Error(`The plain server ended with ${code}.`)))
  })
  return { child, port }
}

/** Each connection asks for the next page when the last one has come. */
async function ask(port: number, paths: string[], connections: number, seconds: number): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  let errors = 0
  const read = async (number: number) => {
    for (let turn = number; performance.now() < end; turn++) {
      const started = performance.now()
      const status = await get(agent, port, paths[turn % paths.length] ?? '/')
      times.push(performance.now() - started)
      if (status === 0 || status >= 500) errors++
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, number) => read(number)))
  agent.destroy()
  return { times, errors }
}

function figuresOf({ times, errors }: Answers): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { requests: times.length, errors, median: at(0.5), p99: at(0.99) }
}

interface Answers {
  /** Of each request, in milliseconds. */
  times: number[]
  /** Answers of 500 and above, and connections without an answer. */
  errors: number
}

/** As browsers do it: where the server closed a kept connection at that moment, the request is sent again. */
function get(agent: Agent, port: number, path: string, isRetry = false): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request({ agent, port, path, host: '127.0.0.1' }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', () => resolve(0))
    })
    outgoing.on('error', () => resolve(outgoing.reusedSocket && !isRetry ? get(agent, port, path, true) : 0))
    outgoing.end()
  })
}

async function serve(folder: string, port: number): Promise<ChildProcess> {
  const next = createRequire(join(process.cwd(), 'package.json')).resolve('next/dist/bin/next')
  const server = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    stdio: 'ignore',
  })
  const agent = new Agent()
  while ((await get(agent, port, '/')) === 0) {
    if (server.exitCode !== null) throw new Error(`next start ended with ${server.exitCode}`)
    await new Promise((done) => setTimeout(done, 100))
  }
  return server
}

/** Megabytes of memory of a process; undefined where the system does not say. */
function residentOf({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** Whether a server that had answered for a while needed much more memory at the end: a leak, not a collector at rest. */
export function hasGrown({ residentBefore: before, residentAfter: after }: Load): boolean {
  return before !== undefined && after !== undefined && after > 1.3 * before + 30
}

export interface Load {
  connections: number
  seconds: number
  site: Figures
  plain: Figures
  /** Of the site's server, in megabytes, before and after the measured load. */
  residentBefore: number | undefined
  residentAfter: number | undefined
}

/** Times in milliseconds. */
export interface Figures {
  requests: number
  /** Answers of 500 and above, and connections without an answer. */
  errors: number
  median: number
  p99: number
}
