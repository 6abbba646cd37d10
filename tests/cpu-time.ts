import { expect } from 'vitest'

/**
 * CPU time of this process in milliseconds. Unlike elapsed time it does not grow with the load of the machine, so a
 * test can limit it.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Asserts that work takes less CPU time than `limit`.
 * @param limit milliseconds on the machine the limits were written for; a slower one gets more, in proportion
 */
export async function expectQuick<T>(run: () => T | Promise<T>, limit: number): Promise<T> {
  const started = cpuTime()
  const result = await run()
  expectWithin(cpuTime() - started, limit)
  return result
}

/** The same for CPU time in milliseconds that was measured elsewhere in this process. */
export function expectWithin(spent: number, limit: number): void {
  if (spent >= limit) expect(spent / slowness(), 'CPU time in milliseconds').toBeLessThan(limit)
}

/**
 * How many times longer this machine takes for a fixed amount of work than the one for which the limits were written;
 * at least 1.
 */
function slowness(): number {
  const started = cpuTime()
  const words = new Map<string, number>()
  for (let index = 0; index < 400_000; index++) {
    const word = `w${(index * 7919) % 10_007}`.replace(/\d$/, 'x')
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  return Math.max(1, (cpuTime() - started) / YARDSTICK)
}

/** Milliseconds that two cores of 2024 take for it. */
const YARDSTICK = 60
