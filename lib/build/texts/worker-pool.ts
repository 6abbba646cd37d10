import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'

/**
 * Worker threads for a file that `bundleWorker` wrote, at most one for each core.
 * @param options other settings of Piscina
 */
export function openWorkers<Task, Result>(
  filename: string,
  options: Omit<NonNullable<ConstructorParameters<typeof Piscina>[0]>, 'filename' | 'execArgv'> = {},
): Piscina<Task, Result> {
  return new Piscina<Task, Result>({
    maxThreads: availableParallelism(),
    // Trees of nodes live for one task: if the young generation holds one, the collector never moves them, which saves 10 %.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
    ...options,
    filename,
    // Without the loader of the command itself, which would rewrite every package that a thread loads: a third of its time.
    execArgv: [],
  })
}
