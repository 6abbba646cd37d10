import { onIncomingRequest } from './incoming-requests'

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
    // Next intends to answer 412 or 416 if these do not match, but answers 500. The first two protect against concurrent
    // changes, and files are never changed; partial requests are for videos, not for texts.
    const path = pathOf(url)
    if (isFile(path)) {
      delete headers['if-match']
      delete headers['if-unmodified-since']
    }
    if (TEXT.test(path)) delete headers.range
  })
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
