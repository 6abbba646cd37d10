import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../e2e/free-port'
import type { Contestant } from './contestant'
import { treeOf } from './measure'

/**
 * Starts a contestant's dev server, waits for a post's page, then saves posts and waits until the changes are served.
 * @returns seconds from start to the first page, and of each save
 */
export async function measureDev(contestant: Contestant, edits = 9): Promise<DevCost | undefined> {
  if (!contestant.dev) return undefined
  const port = await freePort()
  const [program = '', ...args] = contestant.dev(port)
  const names = readdirSync(contestant.posts).filter((name) => name.endsWith('.md'))
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: contestant.folder,
    shell: process.platform === 'win32',
    env: { ...process.env, ...contestant.environment, PORT: String(port) },
    stdio: 'ignore',
  })
  try {
    const address = (name: string) => `http://localhost:${port}${contestant.pageOf(name)}`
    const [first = ''] = names
    await waitFor(child, address(first), '</html>', 180)
    const startSeconds = (performance.now() - started) / 1000
    const saveSeconds: number[] = []
    for (let edit = 0; edit < edits; edit++) {
      // The first save also loads code that the server has not needed before, and the page must have been requested
      // once.
      const name = names[Math.floor((names.length / edits) * edit)] ?? first
      await waitFor(child, address(name), '</html>', 60)
      await pause(400)
      const mark = `Saved as ${edit} at ${Date.now()}.`
      appendFileSync(join(contestant.posts, name), `\n${mark}\n`)
      const saved = performance.now()
      await waitFor(child, address(name), mark, 60)
      saveSeconds.push((performance.now() - saved) / 1000)
    }
    return { startSeconds, saveSeconds }
  } finally {
    await end(child)
  }
}

async function waitFor(child: ChildProcess, url: string, text: string, seconds: number): Promise<void> {
  const limit = performance.now() + seconds * 1000
  while (performance.now() < limit) {
    if (child.exitCode !== null) throw new Error(`The dev server ended with ${child.exitCode}.`)
    const body = await fetch(url).then(
      (response) => response.text(),
      () => '',
    )
    if (body.includes(text)) return
    await pause(20)
  }
  throw new Error(`${url} did not show "${text}" within ${seconds} s.`)
}

/** Ends a server and its child processes: first with SIGTERM, then by force. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return
  const pids = treeOf(child.pid)
  const gone = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([gone, pause(3000)])
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has already ended.
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

export interface DevCost {
  startSeconds: number
  saveSeconds: number[]
}
