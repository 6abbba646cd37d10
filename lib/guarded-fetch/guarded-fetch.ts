import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { explainError, GuardError } from './guard-error'
import { guardedLookup, notPublic } from './guarded-lookup'
import { isPublicAddress } from './public-address'
import { type AnswerLimits, type GuardedAnswer, readAnswer } from './read-answer'

/**
 * Requests a URL that comes from content or from a stranger, so that it can neither reach
 * the internal network nor exceed its limits. All such requests go through here: snapshots, link checks, webmentions
 * and imports.
 *
 * - Only http and https, without a password in the URL.
 * - Only public addresses, checked when connecting, again for each redirect, so a changed DNS answer cannot bypass it.
 * - One limit for the total time, one for bytes after decompression, one for redirects.
 * - Hosts of `FETCH_ALLOW` in the environment may be private: for tests, and for an intranet.
 * - No cookies, no proxy, no keep-alive; of the caller's headers, only `accept` and `user-agent`
 *   are sent to another origin.
 *
 * @param url absolute
 * @returns any status; the body is read completely
 * @throws {GuardError} with the reason
 */
export async function guardedFetch(url: string, options: GuardedFetchOptions): Promise<GuardedAnswer> {
  const limit = AbortSignal.timeout(options.timeout)
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit
  let target = readUrl(url)
  let { method = 'GET', body } = options
  const origin = target.origin
  for (let redirects = 0; ; redirects++) {
    const headers = target.origin === origin ? options.headers : harmlessHeaders(options.headers)
    const response = await send(target, { ...options, method, body, headers, signal })
    const { statusCode: status = 0, headers: answered } = response
    if (!REDIRECTS.has(status) || !answered.location) {
      return await readAnswer(response, target, method, { ...options, signal })
    }
    response.destroy()
    if (redirects >= (options.maxRedirects ?? 5)) {
      throw new GuardError('redirects', `${target.hostname} redirects too often.`)
    }
    target = readUrl(answered.location, target)
    // As browsers do: the body is only sent again if the status requires it.
    if (status === 303 || (method === 'POST' && status < 307)) {
      method = method === 'HEAD' ? 'HEAD' : 'GET'
      body = undefined
    }
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

function readUrl(url: string, base?: URL): URL {
  if (url.length > MAX_URL) throw new GuardError('url', `The URL is longer than ${MAX_URL} characters.`)
  if (!URL.canParse(url, base)) throw new GuardError('url', `“${url.slice(0, 200)}” is not a URL.`)
  const parsed = new URL(url, base)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new GuardError('url', `${parsed.protocol} is not http or https.`)
  if (parsed.username || parsed.password)
    throw new GuardError('url', `The URL of ${parsed.hostname} contains a password.`)
  return parsed
}

/** Browsers and servers accept about as much. */
const MAX_URL = 8192

function harmlessHeaders(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:accept|user-agent)$/i.test(name)))
}

function send(
  target: URL,
  { method, body, headers, signal }: GuardedFetchOptions & { signal: AbortSignal },
): Promise<IncomingMessage> {
  const isAllowed = isAllowedByOperator(target)
  // A connection to a literal IP address needs no lookup: `guardedLookup` would not see it.
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  if (!isAllowed && isIP(literal) !== 0 && !isPublicAddress(literal)) throw notPublic(target.hostname)
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, {
      method,
      agent: false,
      signal,
      maxHeaderSize: 32_768,
      headers: {
        'user-agent': 'Mozilla/5.0 (compatible; Quire)',
        accept: '*/*',
        ...headers,
        'accept-encoding': 'gzip, deflate, br',
        connection: 'close',
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      ...(!isAllowed && { lookup: guardedLookup }),
    })
    request.once('response', resolve)
    request.on('error', (error) => reject(explainError(error, target, signal)))
    request.end(body)
  })
}

/**
 * `FETCH_ALLOW=127.0.0.1,wiki.intern:8080` names hosts of the internal network that may be requested: test servers, or
 * a trusted intranet. Only the environment can allow them, never content or a request.
 */
function isAllowedByOperator({ host, hostname }: URL): boolean {
  const allowed = (process.env.FETCH_ALLOW ?? '').split(',').map((each) => each.trim())
  return allowed.includes(host) || allowed.includes(hostname)
}

export interface GuardedFetchOptions extends AnswerLimits {
  /** For the whole request including redirects and body, in milliseconds. */
  timeout: number
  /** Five by default. */
  maxRedirects?: number
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string | undefined
  /** Ends the request early. */
  signal?: AbortSignal
}
