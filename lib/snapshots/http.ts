import { setTimeout } from 'node:timers/promises'
import { GuardError } from '../guarded-fetch/guard-error'
import { type GuardedFetchOptions, guardedFetch } from '../guarded-fetch/guarded-fetch'
import type { GuardedAnswer } from '../guarded-fetch/read-answer'
import { Gone, Unavailable } from './outcome'

/** Options of requests: polite, with a name, and limited in time. */
export interface HttpOptions {
  /** For one complete response, in milliseconds. */
  timeout: number
  /** How often a request is retried after 408, 429, 5xx or a broken connection. `Retry-After` is obeyed. */
  retries: number
}

/** A photo over a slow connection takes a while; a site that does not answer within 20 s is unlikely to answer. */
export const defaultHttp: HttpOptions = { timeout: 20_000, retries: 2 }

/**
 * Requests a URL and reads the whole body.
 * @param limit maximum number of bytes, so that a large file is not downloaded by accident
 * @param types accepted content types
 * @throws {Gone} for 404 and 410 @throws {Unavailable} for every other failure
 */
export async function fetchBytes(
  url: string,
  limit: number,
  http: HttpOptions,
  types?: RegExp,
): Promise<Answer> {
  const answer = await ask(url, { maxBytes: limit, ...(types && { types }) }, http).catch(
    (error: unknown) => {
      throw error instanceof GuardError ? new Unavailable(error.message) : error
    },
  )
  const { hostname } = new URL(answer.url)
  if (answer.status === 404 || answer.status === 410) throw new Gone(`${hostname} answered ${answer.status}.`)
  if (answer.status < 200 || answer.status > 299)
    throw new Unavailable(`${hostname} answered ${answer.status}.`)
  return answer
}

/**
 * Requests JSON.
 * @throws {Gone} for 404 and 410 @throws {Unavailable} if the answer is something else, such as an error page
 */
export async function fetchJson(url: string, http: HttpOptions): Promise<unknown> {
  const { bytes } = await fetchBytes(url, 5_000_000, http)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Unavailable(`${new URL(url).hostname} answered with something that is not valid JSON.`)
  }
}

/**
 * Checks whether a page exists, without reading it.
 * @returns `gone` only if its site says so (404, 410) or its host does not exist; `unknown` for every other
 *   failure, because the page may be back tomorrow
 */
export async function fetchStatus(url: string, http: HttpOptions): Promise<PageStatus> {
  // Some servers do not support HEAD, and answer with 404, 405 or 501.
  const head = await request(url, 'HEAD', http)
  return head.state === 'alive' ? head : request(url, 'GET', http)
}

async function request(url: string, method: 'HEAD' | 'GET', http: HttpOptions): Promise<PageStatus> {
  try {
    const { status } = await ask(url, { method, maxBytes: 100_000 }, http)
    if (status < 400) return { state: 'alive' }
    return status === 404 || status === 410
      ? { state: 'gone', reason: `${new URL(url).hostname} answered ${status}.` }
      : { state: 'unknown' }
  } catch (error) {
    if (!(error instanceof GuardError)) throw error
    if (error.reason === 'size') return { state: 'alive' }
    const isUnknownHost = error.reason === 'network' && error.message.includes('ENOTFOUND')
    return isUnknownHost
      ? { state: 'gone', reason: `there is no host ${new URL(url).hostname}.` }
      : { state: 'unknown' }
  }
}

/** Retries up to `http.retries` times, with growing pauses, or with the one that the site requests. */
async function ask(
  url: string,
  options: Omit<GuardedFetchOptions, 'timeout' | 'headers'>,
  http: HttpOptions,
): Promise<GuardedAnswer> {
  for (let attempt = 0; ; attempt++) {
    const outcome = await guardedFetch(url, { ...options, timeout: http.timeout, headers }).catch(
      (error: unknown) => {
        if (error instanceof GuardError) return error
        throw error
      },
    )
    const isLast = attempt >= http.retries
    if (outcome instanceof GuardError) {
      if (isLast || outcome.reason !== 'network' || outcome.message.includes('ENOTFOUND')) throw outcome
    } else if (isLast || !TRY_AGAIN.has(outcome.status)) return outcome
    const pause = outcome instanceof GuardError ? undefined : readRetryAfter(outcome.headers)
    if (pause !== undefined && pause > http.timeout && !(outcome instanceof GuardError)) return outcome
    await setTimeout(pause ?? Math.min(300 * 2 ** attempt, 5000))
  }
}

const headers = { 'user-agent': 'Mozilla/5.0 (compatible; Quire; keeps what a post embeds)' }

const TRY_AGAIN = new Set([408, 413, 429, 500, 502, 503, 504])

/** Seconds or a date. @returns milliseconds */
function readRetryAfter(answered: Headers): number | undefined {
  const value = answered.get('retry-after')
  if (value === null) return undefined
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0)
}

export interface Answer {
  /** After redirects. */
  url: string
  type: string
  bytes: Uint8Array
}

export type PageStatus = { state: 'alive' } | { state: 'gone'; reason: string } | { state: 'unknown' }
