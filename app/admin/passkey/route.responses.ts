import { z } from 'zod'
import { relyingParty, serveOwnForm, sessionCookie } from '@/app/_responses/admin'
import { jsonResponse, serve } from '@/app/_responses/serve'
import {
  finishRegistration,
  finishSignIn,
  startRegistration,
  startSignIn,
} from '@/lib/responses/admin/passkeys'
import { isOwnForm, startSession } from '@/lib/responses/admin/sessions'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { isWithinLimit } from '@/lib/responses/readers/limits'
import { adminStrings } from '@/lib/strings/admin'

export const dynamic = 'force-dynamic'

const message = z.object({
  step: z.enum(['sign-in-options', 'sign-in', 'add-options', 'add']),
  csrf: z.string().max(200),
  answer: z.unknown().optional(),
})

/** The four steps of passkeys: a challenge and its signature, to sign in or to add a passkey. */
export async function POST(request: Request): Promise<Response> {
  const failed = (status: number) => jsonResponse({ error: adminStrings.passkeyFailed }, { status })
  // Only a page of this site can send JSON: for another site the browser sends a preflight request, which gets no
  // permission.
  if (!isOwnRequest(request) || !request.headers.get('content-type')?.startsWith('application/json'))
    return failed(403)
  const body = await request.text()
  const parsed = message.safeParse(body.length < 100_000 ? parseJson(body) : undefined)
  if (!parsed.success) return failed(400)
  const { step, csrf, answer } = parsed.data
  const site = relyingParty(request)
  const now = Date.now()
  const agent = request.headers.get('user-agent') ?? ''

  if (step === 'sign-in-options') return jsonResponse(await startSignIn(await serve(), site, now))
  if (step === 'sign-in') {
    const responses = await serve()
    if (!(await isWithinLimit(responses.store.db, 'sign-in', { count: 100, window: 3600 }, now)))
      return failed(429)
    if (!(await finishSignIn(responses, site, answer, now))) return failed(403)
    const response = jsonResponse({ ok: true })
    response.headers.set(
      'Set-Cookie',
      sessionCookie(request, await startSession(responses.store, { agent, now })),
    )
    return response
  }
  const author = await serveOwnForm(request)
  if (!author || !isOwnForm(author.session, csrf)) return failed(403)
  if (step === 'add-options') return jsonResponse(await startRegistration(author, site, now))
  const added = await finishRegistration(author, site, answer, { name: agent, now })
  return added ? jsonResponse({ ok: true }) : failed(400)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
