import { once } from 'node:events'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { InStatement } from '@libsql/client'
import type { SqlClient, SqlResult, SqlTransaction } from './libsql-dialect'

/** Opens a database file in its own thread. @param options.timeout milliseconds to wait for another program */
export async function openFileClient(options: { path: string; timeout: number }): Promise<SqlClient> {
  const { Worker } = await import('node:worker_threads')
  // Resolved from the project's folder, where every command and the server run: bundled code is not next to this file.
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'responses', 'store', 'file-worker.js')
  return new FileClient(new Worker(/* turbopackIgnore: true */ file, { workerData: options, execArgv: [] }))
}

/** There is one connection: during a transaction every statement belongs to it. */
class FileClient implements SqlClient, SqlTransaction {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #sent = 0
  /** The error after which no request is answered any more. */
  #ended: Error | undefined

  constructor(worker: Worker) {
    this.#worker = worker
    worker.unref()
    worker.on('message', ({ id, result, error }: Reply) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (this.#waiting.size === 0) worker.unref()
      if (error) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }))
      else waiting?.resolve(result)
    })
    worker.on('error', (error) => this.#end(error))
    worker.on('exit', () => this.#end(new Error('The thread of the database file has ended.')))
  }

  async execute(statement: InStatement): Promise<SqlResult> {
    const result = await this.#ask('execute', statement)
    return result ?? { rows: [], rowsAffected: 0, lastInsertRowid: undefined }
  }

  async begin(): Promise<SqlTransaction> {
    await this.#ask('begin')
    return this
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.#ask(how)
  }

  async reconnect(): Promise<void> {
    await this.#ask('reconnect')
  }

  /** Waits until the file is closed, so that it can be opened again. */
  async close(): Promise<void> {
    const ended = once(this.#worker, 'exit')
    await this.#ask('close')
    this.#worker.ref()
    await ended
  }

  #ask(work: Work, statement?: InStatement): Promise<SqlResult | undefined> {
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      const id = this.#sent++
      this.#waiting.set(id, { resolve, reject })
      // Keeps the process running while a request waits for its response.
      this.#worker.ref()
      this.#worker.postMessage({ id, work, statement })
    })
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

export type Work = 'execute' | 'begin' | 'commit' | 'rollback' | 'reconnect' | 'close'

interface Waiting {
  resolve(result: SqlResult | undefined): void
  reject(error: Error): void
}

interface Reply {
  id: number
  result?: SqlResult
  error?: { message: string; code?: string }
}
