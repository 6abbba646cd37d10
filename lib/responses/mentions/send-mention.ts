import { fromHtml } from 'hast-util-from-html'
import { guardedFetch } from '../../guarded-fetch/guarded-fetch'
import type { GuardedAnswer } from '../../guarded-fetch/read-answer'
import { isCostlyHtml } from '../../markdown/limits/costly-html'
import { visit } from '../../model/visit'

/**
 * Finds the webmention endpoint of a page: the first `Link` header with that relation, else the first such `<link>` or
 * `<a>` of the page.
 * @returns without `endpoint` if it has none
 * @throws {GuardError}
 * @see https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint
 */
export async function findEndpoint(target: string): Promise<FoundEndpoint> {
  const answer = await guardedFetch(target, {
    timeout: 15_000,
    maxBytes: 2_000_000,
    headers: { accept: 'text/html' },
  })
  if (answer.status >= 400) return { status: answer.status }
  const found = endpointOfHeader(answer.headers.get('link') ?? '') ?? endpointOfPage(answer)
  // An empty URL is the page itself.
  if (found === undefined || !URL.canParse(found, answer.url)) return { status: answer.status }
  return { status: answer.status, endpoint: new URL(found, answer.url).href }
}

/** @returns the URL as written, which may be relative or empty */
export function endpointOfHeader(header: string): string | undefined {
  for (const [, url, parameters = ''] of header.matchAll(
    /<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*=\s*(?:"[^"]*"|[^\s;,]+))*)/g,
  )) {
    const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? []
    if ((quoted ?? plain ?? '').toLowerCase().split(/\s+/).includes('webmention')) return url
  }
  return undefined
}

function endpointOfPage({ type, bytes }: GuardedAnswer): string | undefined {
  if (!/html/i.test(type)) return undefined
  const html = new TextDecoder().decode(bytes)
  if (isCostlyHtml(html)) return undefined
  let found: string | undefined
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (found !== undefined || (tagName !== 'link' && tagName !== 'a')) return
    const relations = Array.isArray(properties.rel)
      ? properties.rel.map((each) => String(each).toLowerCase())
      : []
    if (relations.includes('webmention') && typeof properties.href === 'string') found = properties.href
  })
  return found
}

/**
 * Sends a webmention to a page.
 * @returns the outcome; `none` if the page accepts no webmentions, `later` if another attempt makes sense
 * @throws {GuardError}
 */
export async function sendMention(source: string, target: string): Promise<SentMention> {
  const { endpoint, status } = await findEndpoint(target)
  if (endpoint === undefined) return isPassing(status) ? { outcome: 'later', status } : { outcome: 'none' }
  const answer = await guardedFetch(endpoint, {
    method: 'POST',
    timeout: 15_000,
    maxBytes: 100_000,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ source, target }).toString(),
  })
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'sent', endpoint }
  return { outcome: isPassing(answer.status) ? 'later' : 'refused', status: answer.status }
}

/** The other site fails or is overloaded: try again another day. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429
}

export type SentMention =
  | { outcome: 'none' }
  | { outcome: 'sent'; endpoint: string }
  | { outcome: 'refused' | 'later'; status: number }

interface FoundEndpoint {
  /** Of the page. */
  status: number
  endpoint?: string
}
