import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Requests a new production build from Vercel, so that scheduled posts appear. Vercel's cron calls it once a day
 * (`vercel.json`) with `CRON_SECRET`; without that and `DEPLOY_HOOK_URL` in the project's environment it does nothing.
 * @see https://vercel.com/docs/cron-jobs/manage-cron-jobs and https://vercel.com/docs/deploy-hooks
 */
export async function GET(request: Request): Promise<Response> {
  const { CRON_SECRET: secret, DEPLOY_HOOK_URL: hook } = process.env
  if (!secret || !hook) return say(404, 'Nothing to do: CRON_SECRET and DEPLOY_HOOK_URL are not both set.')
  if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${secret}`))
    return say(401, 'Only the cron job may request this.')
  const answer = await fetch(hook, { method: 'POST', signal: AbortSignal.timeout(MAX_WAIT) }).catch(
    () => undefined,
  )
  if (!answer) return say(502, 'The deploy hook did not answer.')
  return answer.ok
    ? say(202, 'A build was requested.')
    : say(502, `The deploy hook answered ${answer.status}.`)
}

/** Rendered on request, never at build time. */
export const dynamic = 'force-dynamic'

/** Timeout for the hook, in milliseconds. */
const MAX_WAIT = 10_000

/** Compares hashes in constant time: the response time reveals nothing about the secret or its length. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

function say(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'Cache-Control': 'no-store' } })
}
