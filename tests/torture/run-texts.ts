import { type ChildProcess, fork } from 'node:child_process'
import { z } from 'zod'

/** Seconds of the clock for one text at all its sizes: ten times what it may take, since other programs run too. */
const PATIENCE = 600

/**
 * Sends texts one after the other to a child process, and starts another where one dies or does not answer.
 * @param sizes of each text, in characters
 */
export class TextRunner {
  #child: ChildProcess | undefined

  async run(name: string, sizes: readonly number[]): Promise<TextResult> {
    this.#child ??= fork('tests/torture/child.ts', {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const child = this.#child
    let errors = ''
    const listen = (chunk: Buffer) => {
      errors += chunk.toString('utf8')
    }
    child.stderr?.on('data', listen)
    const answer = await new Promise<TextResult>((done) => {
      const timer = setTimeout(() => done({ failure: `not done after ${PATIENCE} s` }), PATIENCE * 1000)
      const onMessage = (message: unknown) => finish(resultSchema.parse(message))
      const onExit = (code: number | null) =>
        finish({
          failure: errors.split('\n').find((line) => /Error|heap/.test(line)) ?? `ended with ${code}`,
        })
      const finish = (result: TextResult) => {
        clearTimeout(timer)
        child.off('message', onMessage).off('exit', onExit)
        done(result)
      }
      child.on('message', onMessage).on('exit', onExit)
      child.send({ name, sizes })
    })
    child.stderr?.off('data', listen)
    if (answer.failure !== undefined) this.stop()
    return answer
  }

  stop(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }
}

const resultSchema = z.object({
  results: z.array(z.object({ ms: z.number(), length: z.number(), rules: z.array(z.string()) })).optional(),
  failure: z.string().optional(),
})

export type TextResult = z.infer<typeof resultSchema>
