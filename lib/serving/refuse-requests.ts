import type { IncomingHttpHeaders } from 'node:http'
import { onIncomingRequest } from './incoming-requests'
import { readRange, servedFileSize } from './served-file'

/**
 * Sends requests that Next answers with a 500 to `/api/refused`, before Next reads them: URLs that are not percent-encoded
 * UTF-8, methods that a `Request` cannot have, and methods that no file has. Vercel refuses these itself.
 */
export function refuseRequests(): void {
  onIncomingRequest((request) => {
    const { method = 'GET', url = '/', headers } = request
    const status = refusalOf(method, url)
    if (status !== undefined) {
      request.url = `/api/refused?status=${status}`
      request.method = 'GET'
      return
    }
    const size = adjustConditions(pathOf(url), headers)
    if (size !== undefined) request.url = `/api/refused?status=416&size=${size}`
  })
}

/**
 * Removes conditions that Next answers with a 500 where it means 412 or 416: its page of that name does not exist. The
 * first two protect against concurrent changes, and files are never changed.
 * @param headers of a request, which are changed
 * @returns the size of the file in bytes where the request asks for a part that is beyond it
 */
export function adjustConditions(
  path: string,
  headers: IncomingHttpHeaders,
  sizeOf = servedFileSize,
): number | undefined {
  if (!headers.range && !headers['if-match'] && !headers['if-unmodified-since']) return undefined
  // Partial requests are for videos, not for texts.
  if (TEXT.test(path)) delete headers.range
  const size = sizeOf(path)
  if (size === undefined && !isFile(path)) return undefined
  delete headers['if-match']
  delete headers['if-unmodified-since']
  if (headers.range === undefined || size === undefined) return undefined
  const range = readRange(headers.range, size)
  if (range === 'unsatisfiable' && headers['if-range'] === undefined) return size
  if (range === undefined || range === 'unsatisfiable') delete headers.range
  else headers.range = range
  return undefined
}

/**
 * @param url as the request line has it: `/posts/a?b=c`
 * @returns the status that says why, or undefined where Next can answer
 */
export function refusalOf(method: string, url: string): 400 | 405 | undefined {
  const path = pathOf(url)
  try {
    decodeURIComponent(path)
  } catch {
    return 400
  }
  if (FORBIDDEN.has(method)) return 405
  return isFile(path) && !['GET', 'HEAD'].includes(method) ? 405 : undefined
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}

/** Whether it is served from `public` or from the build. */
function isFile(path: string): boolean {
  return /^\/(?:_quire|_next\/static)\//.test(path) || TEXT.test(path)
}

/** A post as Markdown. */
const TEXT = /^\/posts\/[^/]+\.md$/

/** @see https://fetch.spec.whatwg.org/#methods */
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK'])
