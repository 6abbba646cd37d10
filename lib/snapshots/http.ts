import ky, { HTTPError } from 'ky'
import { Gone, Unavailable } from './outcome'

/** How this program asks: politely, with a name, and not for ever. */
export interface HttpOptions {
  /** For one answer with all its bytes, in milliseconds. */
  timeout: number
  /** How often a request is tried again after 408, 429, 5xx or a broken connection. `Retry-After` is obeyed. */
  retries: number
}

/** A photo over a slow line takes a while; a site that says nothing for 20 s will not say anything. */
export const defaultHttp: HttpOptions = { timeout: 20_000, retries: 2 }

/**
 * Asks for an address and reads its whole body.
 * @param limit bytes at most: a page of links is not a place to download a video by accident
 * @throws {Gone} for 404 and 410 @throws {Unavailable} for every other answer that is none
 */
export async function fetchBytes(url: string, limit: number, http: HttpOptions): Promise<Answer> {
  try {
    const response = await ky(url, settings(http))
    return {
      url: response.url || url,
      type: response.headers.get('content-type') ?? '',
      bytes: await readBody(response, limit),
    }
  } catch (error) {
    if (error instanceof Unavailable) throw error
    if (error instanceof HTTPError) {
      const { status } = error.response
      if (status === 404 || status === 410) throw new Gone(`${new URL(url).hostname} answered ${status}.`)
      throw new Unavailable(`${new URL(url).hostname} answered ${status}.`)
    }
    throw new Unavailable(`${new URL(url).hostname}: ${explain(error)}`)
  }
}

/**
 * Asks for JSON.
 * @throws {Gone} for 404 and 410 @throws {Unavailable} where the answer is something else, such as an error page
 */
export async function fetchJson(url: string, http: HttpOptions): Promise<unknown> {
  const { bytes } = await fetchBytes(url, 5_000_000, http)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Unavailable(`${new URL(url).hostname} answered with something that is no JSON.`)
  }
}

/**
 * Asks whether there is a page, without reading it.
 * @returns `gone` only where its site says so (404, 410) or where its host does not exist; `unknown` for every other
 *   answer that is none, for the page may be there tomorrow
 */
export async function fetchStatus(url: string, http: HttpOptions): Promise<PageStatus> {
  // Some servers know no HEAD, and say so with 404, 405 or 501.
  const head = await request(url, 'head', http)
  return head.state === 'alive' ? head : request(url, 'get', http)
}

async function request(url: string, method: 'head' | 'get', http: HttpOptions): Promise<PageStatus> {
  try {
    const response = await ky(url, { ...settings(http), method, throwHttpErrors: false })
    await response.body?.cancel()
    const { status } = response
    if (status < 400) return { state: 'alive' }
    return status === 404 || status === 410
      ? { state: 'gone', reason: `${new URL(url).hostname} answered ${status}.` }
      : { state: 'unknown' }
  } catch (error) {
    const isUnknownHost = error instanceof Error && /ENOTFOUND/.test(explain(error))
    return isUnknownHost
      ? { state: 'gone', reason: `there is no host ${new URL(url).hostname}.` }
      : { state: 'unknown' }
  }
}

function settings(http: HttpOptions) {
  return {
    headers: { 'user-agent': 'Mozilla/5.0 (compatible; Quire; keeps what a post embeds)' },
    // The signal covers the body too, which a timeout of ky's does not.
    timeout: false as const,
    signal: AbortSignal.timeout(http.timeout),
    retry: { limit: http.retries, maxRetryAfter: http.timeout, backoffLimit: 5000 },
  }
}

async function readBody(response: Response, limit: number): Promise<Uint8Array> {
  const tooLarge = new Unavailable(`${response.url} is larger than ${Math.round(limit / 1e6)} MB.`)
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel()
    throw tooLarge
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > limit) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no whole answer in time.'
  // Node's own message is `fetch failed`; what failed is its cause.
  return error.cause instanceof Error ? error.cause.message : error.message
}

export interface Answer {
  /** After redirects. */
  url: string
  type: string
  bytes: Uint8Array
}

export type PageStatus = { state: 'alive' } | { state: 'gone'; reason: string } | { state: 'unknown' }
