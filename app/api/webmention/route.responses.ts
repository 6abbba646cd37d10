import { after } from 'next/server'
import { mentionTargets } from '@/app/_responses/mention-targets'
import { serve, settings } from '@/app/_responses/serve'
import { readForm } from '@/lib/responses/http/read-form'
import { checkMention, queueMention, verifyMentions } from '@/lib/responses/mentions/mentions'
import { isWithinLimit } from '@/lib/responses/readers/limits'
import { dayOf, readerOf } from '@/lib/responses/readers/reader'

export const dynamic = 'force-dynamic'

/**
 * Accepts a webmention: answers immediately, verifies the source afterwards.
 * @see https://www.w3.org/TR/webmention/#receiving-webmentions
 */
export async function POST(request: Request): Promise<Response> {
  if (!settings().webmentions) return say(404, 'Webmentions are off on this site.')
  const form = await readForm(request, 10_000)
  if (form.outcome !== 'form') return say(400, 'Send source and target as a form.')
  const [source, target] = [form.fields.get('source')?.trim() ?? '', form.fields.get('target')?.trim() ?? '']
  const targets = mentionTargets()
  const checked = checkMention(source, target, targets)
  if (!checked.ok) return say(400, `Not accepted: ${checked.reason}`)
  const { store, hashes } = await serve()
  const now = Date.now()
  const sender = await hashes.hash({ ...readerOf(request.headers), agent: '' }, 'webmention', dayOf(now))
  if (!(await isWithinLimit(store.db, sender, { count: 60, window: 600 }, now)))
    return say(429, 'Too many. Try again in ten minutes.')
  await queueMention(store, { source, target, slug: checked.slug }, now)
  after(() => verifyMentions(store, targets, { now: Date.now() }).catch((error) => console.error(error)))
  return say(202, 'Accepted. The source will be verified.')
}

function say(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
