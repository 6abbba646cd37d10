import { createServer, type RequestListener } from 'node:http'
import { afterEach, beforeEach, vi } from 'vitest'
import type { GuardError } from '../../../lib/guarded-fetch/guard-error'
import { type GuardedFetchOptions, guardedFetch } from '../../../lib/guarded-fetch/guarded-fetch'
import { answers } from './fake-dns'

export const options: GuardedFetchOptions = { timeout: 3000, maxBytes: 100_000 }

/** Gives each test a server on this machine, which records its requests. */
export function useServer(): TestServer {
  const test: TestServer = {
    origin: '',
    port: 0,
    listener: (_, response) => response.end('inside'),
    seen: [],
  }
  const server = () =>
    createServer((request, response) => {
      test.seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
      test.listener(request, response)
    })
  let current = server()
  beforeEach(async () => {
    test.seen.length = 0
    current = server()
    await new Promise<void>((resolve) => current.listen(0, '127.0.0.1', resolve))
    const address = current.address()
    test.port = typeof address === 'object' && address ? address.port : 0
    test.origin = `http://127.0.0.1:${test.port}`
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    answers.clear()
    current.closeAllConnections()
    await new Promise((resolve) => current.close(resolve))
  })
  return test
}

/** Requests a URL that must be rejected. @returns the error */
export async function refusal(url: string, more: Partial<GuardedFetchOptions> = {}): Promise<GuardError> {
  return guardedFetch(url, { ...options, ...more }).then(
    (answer) => {
      throw new Error(`answered ${answer.status}`)
    },
    (error: GuardError) => error,
  )
}

interface TestServer {
  origin: string
  port: number
  /** Answers the requests. Each test may set its own. */
  listener: RequestListener
  /** Method, path and authorization of each request. */
  seen: string[]
}
