import { expect } from 'vitest'
import { cpuTime } from './cpu-time'

/**
 * Asserts that work grows about as fast as its input: twice the input may take up to 3.4 times the time (n log n and
 * the noise of the collector; a square would take 4). The fastest of several runs is compared. If it is too short to
 * measure, the input is doubled first.
 * @param run does the work for an input of the given size
 * @param size of the smaller input
 */
export function expectSteady(run: (size: number) => unknown, size: number): void {
  run(Math.min(size, 64))
  let small = time(run, size)
  let at = size
  while (small < 4 && at < size * 64) {
    at *= 2
    small = time(run, at)
  }
  // Both steps must be too slow: one may coincide with a pause of the machine.
  const first = time(run, at * 2) / small
  if (first <= LIMIT) return
  const again = time(run, at * 4) / time(run, at * 2)
  expect(Math.min(first, again), `time for twice the input (${at} to ${at * 4})`).toBeLessThanOrEqual(LIMIT)
}

/** The same for asynchronous work. */
export async function expectSteadyAsync(
  run: (size: number) => Promise<unknown>,
  size: number,
): Promise<void> {
  await run(Math.min(size, 64))
  const measure = async (at: number): Promise<number> => {
    const times: number[] = []
    for (let round = 0; round < 2; round++) {
      const started = cpuTime()
      await run(at)
      times.push(cpuTime() - started)
    }
    return Math.min(...times)
  }
  let at = size
  let small = await measure(at)
  while (small < 10 && at < size * 32) {
    at *= 2
    small = await measure(at)
  }
  const double = await measure(at * 2)
  if (double / small <= LIMIT) return
  const again = (await measure(at * 4)) / double
  expect(
    Math.min(double / small, again),
    `time for twice the input (${at} to ${at * 4})`,
  ).toBeLessThanOrEqual(LIMIT)
}

const LIMIT = 3.4

function time(run: (size: number) => unknown, size: number): number {
  const times = [0, 1, 2].map(() => {
    const started = cpuTime()
    run(size)
    return cpuTime() - started
  })
  return Math.min(...times)
}
