import { availableParallelism } from 'node:os'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Piscina } from 'piscina'
import { emptyRendered } from '../../markdown/context'
import type { Problem } from '../../model/problem'
import type { RenderedText } from '../../model/rendered'
import type { RenderTask } from './render-task'
import { openWorkers } from './worker-pool'

/**
 * Renders texts in worker threads, one at a time in each. No text can crash or block the run: a text that takes too long
 * is rendered again without highlighting the code block at which it was (some grammars are slow), then without
 * highlighting any, and one that cannot be rendered is shown as written; all of this is reported.
 */
export class RenderPool {
  readonly #pool: Piscina<RenderTask, RenderedText>
  readonly #limit: LimitFunction
  readonly #limitMs: (task: RenderTask) => number

  /**
   * @param workerFile made by `bundleWorker`
   * @param options.limitMs how long a text may take
   */
  constructor(workerFile: string, { limitMs = defaultLimitMs }: PoolOptions = {}) {
    this.#pool = openWorkers(workerFile, {
      minThreads: 1,
      idleTimeout: 60_000,
    })
    // Tasks queue here, not in the pool, so that their time limit starts with their work.
    this.#limit = pLimit(1)
    this.#limitMs = limitMs
  }

  /** Says how many texts are to be rendered, from which follows how many threads are worth the second that each takes to start. */
  expect(texts: number): void {
    const threads = Math.min(availableParallelism(), Math.ceil(texts / TEXTS_PER_THREAD))
    if (threads > this.#limit.concurrency) this.#limit.concurrency = threads
  }

  /** Renders a text. Never throws, whatever it contains. */
  render(task: RenderTask): Promise<RenderedText> {
    return this.#limit(async () => {
      const seconds = Math.round(this.#limitMs(task) / 1000)
      const slowCode: number[] = []
      for (;;) {
        const place = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
        const settings = slowCode.length > 0 ? { ...task.settings, slowCode } : task.settings
        try {
          const text = await this.#run({ ...task, settings, place })
          return slowCode.length > 0 ? { ...text, incomplete: true } : text
        } catch (error) {
          if (!isAbort(error)) return asPlainText(task, failed(task, error))
        }
        const line = Atomics.load(new Int32Array(place), 0)
        if (line === 0 || slowCode.includes(line) || slowCode.length === MAX_SLOW_BLOCKS) break
        slowCode.push(line)
      }
      try {
        const text = await this.#run({ ...task, settings: { ...task.settings, plainCode: true } })
        return { ...withProblem(text, tooSlowCode(task, seconds)), incomplete: true }
      } catch (error) {
        if (!isAbort(error)) return asPlainText(task, failed(task, error))
        return { ...asPlainText(task, tooSlow(task, seconds)), incomplete: true }
      }
    })
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }

  async #run(task: RenderTask): Promise<RenderedText> {
    const controller = new AbortController()
    const isOver = startLimit(this.#limitMs(task))
    const timer = setInterval(() => {
      if (isOver()) controller.abort()
    }, 100)
    try {
      // An abort ends the thread, whatever it is doing.
      return await this.#pool.run(task, { signal: controller.signal })
    } finally {
      clearInterval(timer)
    }
  }
}

/**
 * Limits CPU time as well as time: where other programs take the machine, a text is not to blame. All threads of this
 * process count, so the limit may be reached early, but never before its time is over. Whatever only waits ends in the end.
 */
function startLimit(limitMs: number): () => boolean {
  const started = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    const milliseconds = performance.now() - started
    return (
      milliseconds >= MAX_WAITING * limitMs || (milliseconds >= limitMs && (user + system) / 1000 >= limitMs)
    )
  }
}

/** A thread gets at least a twentieth of a core. */
const MAX_WAITING = 20

const TEXTS_PER_THREAD = 20

/** Each costs the time of the limit once. */
const MAX_SLOW_BLOCKS = 3

/** A long post takes 0.1 s, and 10 KB take 20 ms: if it takes five hundred times as long on a slow machine, something is wrong. */
function defaultLimitMs({ body }: RenderTask): number {
  return 15_000 + body.length
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

function withProblem(text: RenderedText, problem: Problem): RenderedText {
  return { ...text, rendered: { ...text.rendered, problems: [...text.rendered.problems, problem] } }
}

function asPlainText({ body }: RenderTask, problem: Problem): RenderedText {
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const rendered = { ...emptyRendered(), problems: [problem] }
  const html = `<pre class="unrendered">${escaped}</pre>`
  return {
    html,
    rendered,
    sections: [{ heading: '', text: body.replace(/\s+/g, ' ').trim() }],
    milliseconds: 0,
  }
}

function failed(task: RenderTask, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  return problemOf(
    task,
    'markdown/failed',
    `The text could not be rendered (${reason}), so it is shown as written.`,
  )
}

function tooSlow(task: RenderTask, seconds: number): Problem {
  const message = `The text took more than ${seconds} s to render, so it is shown as written.`
  return problemOf(task, 'markdown/too-slow', message)
}

function tooSlowCode(task: RenderTask, seconds: number): Problem {
  const message = `The text took more than ${seconds} s to render, so its code is shown without colors.`
  return problemOf(task, 'markdown/slow-code', message)
}

function problemOf({ settings: { source } }: RenderTask, rule: string, message: string): Problem {
  return {
    severity: 'warning',
    rule,
    file: source.file,
    line: source.bodyLine,
    column: 1,
    message,
    hint: 'Remove half of it to find the part that causes this.',
  }
}

interface PoolOptions {
  limitMs?: (task: RenderTask) => number
}
