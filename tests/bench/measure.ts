import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Runs a command until it ends.
 * @returns seconds, and the peak memory of all its processes together and of the largest one, in MB; no memory if the
 * system has no `/proc`
 * @throws with its output if it fails
 */
export async function measureCommand([program = '', ...args]: string[], options: RunOptions): Promise<Cost> {
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: options.folder,
    shell: process.platform === 'win32',
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const memory = watchMemory(child)
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  const seconds = (performance.now() - started) / 1000
  const peak = memory.stop()
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`)
  return { seconds, ...peak }
}

/** Reads the memory of a process and its descendants five times a second. */
export function watchMemory(child: ChildProcess): { stop: () => Memory } {
  const peak = { totalMb: 0, largestMb: 0 }
  const look = () => {
    const sizes = treeOf(child.pid ?? 0).map(residentMb)
    peak.totalMb = Math.max(peak.totalMb, Math.round(sizes.reduce((sum, size) => sum + size, 0)))
    peak.largestMb = Math.max(peak.largestMb, Math.round(Math.max(0, ...sizes)))
  }
  const timer = setInterval(look, 200)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return peak.totalMb > 0 ? peak : {}
    },
  }
}

/** A process and its descendants. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const pid of processIds()) {
    const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(readProcess(pid, 'stat'))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const found = [root]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

function processIds(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  } catch {
    return []
  }
}

function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readProcess(pid, 'status'))?.[1] ?? 0) / 1024
}

/** A process may end between being listed and being read. */
function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

export interface RunOptions {
  folder: string
  environment?: Record<string, string>
}

export interface Memory {
  /** All processes together. */
  totalMb?: number
  /** The largest single process. */
  largestMb?: number
}

export interface Cost extends Memory {
  seconds: number
}
