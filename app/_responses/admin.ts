import { blog } from '@/lib/blog/blog'
import type { RelyingParty } from '@/lib/responses/admin/passkeys'
import { findSession, SESSION_MS, type Session } from '@/lib/responses/admin/sessions'
import { hostOf, isOwnRequest } from '@/lib/responses/http/is-own-request'
import type { Responses } from '@/lib/responses/responses'
import { originOf } from '@/lib/responses/site-origin'
import { serve } from './serve'

/** The author's session, and all that a route needs; undefined without a valid session. */
export async function serveAuthor(request: Request): Promise<(Responses & { session: Session }) | undefined> {
  const responses = await serve()
  const cookie = readCookie(request, cookieName(request))
  const session = await findSession(responses.store, responses.signer, cookie, Date.now())
  return session && { ...responses, session }
}

/** For routes that change something: requires a session and a page of this site. */
export async function serveOwnForm(
  request: Request,
): Promise<(Responses & { session: Session }) | undefined> {
  // Stricter than for readers: a request of the author always comes from a browser, which sends its origin.
  if (!request.headers.get('origin') && !request.headers.get('sec-fetch-site')) return undefined
  return isOwnRequest(request) ? serveAuthor(request) : undefined
}

/**
 * `SameSite=Strict`: links and forms of other sites do not send it. `__Host-` needs https, which a laptop does not
 * have.
 */
export function sessionCookie(request: Request, value: string): string {
  const secure = isSecure(request) ? '; Secure' : ''
  const age = value === '' ? 0 : SESSION_MS / 1000
  return `${cookieName(request)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`
}

export function relyingParty(request: Request): RelyingParty {
  const origin = originOf(request, hostOf(request))
  return { id: new URL(origin).hostname, origin, name: blog.site.title }
}

function cookieName(request: Request): string {
  return isSecure(request) ? '__Host-quire' : 'quire'
}

function isSecure(request: Request): boolean {
  return originOf(request, hostOf(request)).startsWith('https:')
}

function readCookie(request: Request, name: string): string {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}
