import type { ChildProcess } from 'node:child_process'

/**
 * Keeps processes together: when one ends, or this one receives a signal, the others are ended too.
 * Sets this process's exit code to that of the first one that ended.
 */
export function supervise(children: readonly ChildProcess[]): void {
  let ending = false
  const endAll = (code: number): void => {
    if (ending) return
    ending = true
    process.exitCode = code
    for (const child of children) child.kill('SIGTERM')
  }
  for (const child of children) child.on('exit', (code) => endAll(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endAll(0))
  // Where this process fails.
  process.on('exit', () => endAll(Number(process.exitCode ?? 1)))
  Promise.all(children.map((child) => new Promise((resolve) => child.on('exit', resolve)))).then(() =>
    process.exit(),
  )
}
