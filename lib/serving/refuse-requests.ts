import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Sends requests that Next answers with a 500 to `/api/refused`, before Next reads them: URLs that are not percent-encoded
 * UTF-8, methods that a `Request` cannot have, and methods that no file has. Vercel refuses these itself.
 */
export function refuseRequests(): void {
  if (process.env.VERCEL) return
  subscribe('http.server.request.start', (message) => {
    if (!isRequest(message)) return
    const { request } = message
    // Next intends to answer 412 or 416 if these do not match, but answers 500. The first two protect against concurrent
    // changes, and files are never changed; partial requests are for videos, not for texts.
    if (FILES.test(request.url ?? '/'))
      for (const name of ['if-match', 'if-unmodified-since']) delete request.headers[name]
    if (TEXTS.test(request.url ?? '/')) delete request.headers.range
    const status = refusalOf(request.method ?? 'GET', request.url ?? '/')
    if (status === undefined) return
    request.url = `/api/refused?status=${status}`
    request.method = 'GET'
  })
}

/**
 * @param url as the request line has it: `/posts/a?b=c`
 * @returns the status that says why, or undefined where Next can answer
 */
export function refusalOf(method: string, url: string): 400 | 405 | undefined {
  const path = url.split('?', 1)[0] ?? ''
  try {
    decodeURIComponent(path)
  } catch {
    return 400
  }
  if (FORBIDDEN.has(method)) return 405
  return FILES.test(path) && !['GET', 'HEAD'].includes(method) ? 405 : undefined
}

/** @see https://fetch.spec.whatwg.org/#methods */
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK'])

/** What is served from `public` and from the build. */
const FILES = /^\/(?:_quire|_next\/static)\/|^\/posts\/[^/?]+\.md(?:$|\?)/

const TEXTS = /^\/posts\/[^/?]+\.md(?:$|\?)/

/** @see https://nodejs.org/api/diagnostics_channel.html#http */
function isRequest(message: unknown): message is { request: IncomingMessage } {
  return typeof message === 'object' && message !== null && 'request' in message
}
