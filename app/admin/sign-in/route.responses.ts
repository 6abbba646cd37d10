import { sessionCookie } from '@/app/_responses/admin'
import { adminPage } from '@/app/_responses/admin-page'
import { seeOther, serve } from '@/app/_responses/serve'
import { signInView } from '@/components/responses/sign-in-view'
import { spendOneTimeToken } from '@/lib/responses/admin/one-time'
import { startSession } from '@/lib/responses/admin/sessions'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { readForm } from '@/lib/responses/http/read-form'
import { isWithinLimit } from '@/lib/responses/readers/limits'

export const dynamic = 'force-dynamic'

/** Uses up a sign-in link. Only opening the link, as mail scanners do, has no effect. */
export async function POST(request: Request): Promise<Response> {
  const { store, signer } = await serve()
  const form = await readForm(request, 5000)
  const now = Date.now()
  const token = form.outcome === 'form' && isOwnRequest(request) ? (form.fields.get('token') ?? '') : ''
  const isTried = await isWithinLimit(store.db, 'sign-in', { count: 100, window: 3600 }, now)
  const right = isTried ? await spendOneTimeToken(store, signer, 'sign-in', token, now) : undefined
  if (right === undefined) return adminPage(signInView({ hasMail: false }), 403)
  const cookie = await startSession(store, { agent: request.headers.get('user-agent') ?? '', now })
  return seeOther('/admin?said=signedIn', { 'Set-Cookie': sessionCookie(request, cookie) })
}
