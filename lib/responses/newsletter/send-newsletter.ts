import type { Post } from '../../model/post'
import type { Mail } from '../mail/mail'
import type { Signer } from '../signing'
import type { Store } from '../store/store'
import { postMail } from './post-mail'
import { subscriberLink } from './subscribers'

/**
 * Sends a post to all confirmed subscribers who have not received it. A delivery is recorded before and after its
 * e-mail is sent: an interrupted run continues where it stopped and sends no e-mail twice. The one e-mail that was
 * being sent at that moment stays marked as `sending`; whether it arrived is unknown, so it is not repeated.
 * @param options.send sends one e-mail; its errors are stored with the delivery
 * @param options.limit maximum number of e-mails in this run
 */
export async function sendNewsletter(
  { store, signer }: { store: Store; signer: Signer },
  post: Post,
  options: SendOptions,
): Promise<SendReport> {
  const report: SendReport = { sent: 0, failed: [], inDoubt: await inDoubt(store, post.slug), left: 0 }
  const waiting = await store.db
    .selectFrom('subscribers')
    .where('state', '=', 'confirmed')
    .where('id', 'not in', (of) =>
      of.selectFrom('deliveries').where('slug', '=', post.slug).select('subscriber'),
    )
    .orderBy('id')
    .limit(options.limit + 1)
    .selectAll()
    .execute()
  for (const subscriber of waiting.slice(0, options.limit)) {
    if (options.signal?.aborted) break
    // Another instance may be sending too: the instance that writes the row sends the e-mail.
    const claimed = await store.db
      .insertInto('deliveries')
      .values({ slug: post.slug, subscriber: subscriber.id, state: 'sending', at: Date.now(), detail: '' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (!claimed) continue
    const outcome = await handOver(signer, post, subscriber, options)
    if (outcome === '') report.sent++
    else report.failed.push({ email: subscriber.email, reason: outcome })
    await store.db
      .updateTable('deliveries')
      .set({ state: outcome === '' ? 'sent' : 'failed', at: Date.now(), detail: outcome.slice(0, 500) })
      .where('slug', '=', post.slug)
      .where('subscriber', '=', subscriber.id)
      .execute()
  }
  report.left = Math.max(0, waiting.length - report.sent - report.failed.length)
  return report
}

/** The e-mail of one subscriber. @see https://www.rfc-editor.org/rfc/rfc8058 one click: a POST to the same address */
export function newsletterMail(
  signer: Signer,
  post: Post,
  subscriber: { id: string; email: string },
  { from, origin, title }: Pick<SendOptions, 'from' | 'origin' | 'title'>,
): Mail {
  const unsubscribe = subscriberLink(signer, origin, 'unsubscribe', subscriber.id)
  return {
    from,
    to: subscriber.email,
    subject: post.title,
    ...postMail(post, { origin, title, unsubscribe }),
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `<newsletter.${new URL(origin).hostname}>`,
      Precedence: 'bulk',
    },
  }
}

/** @returns why it failed, or empty */
async function handOver(
  signer: Signer,
  post: Post,
  subscriber: { id: string; email: string },
  options: SendOptions,
): Promise<string> {
  try {
    await options.send(newsletterMail(signer, post, subscriber, options))
    return ''
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)) || 'unknown'
  }
}

async function inDoubt({ db }: Store, slug: string): Promise<string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('subscribers', 'subscribers.id', 'deliveries.subscriber')
    .where('deliveries.slug', '=', slug)
    .where('deliveries.state', '=', 'sending')
    .select('subscribers.email')
    .execute()
  return rows.map(({ email }) => email)
}

export interface SendOptions {
  from: string
  /** `https://blog.example` */
  origin: string
  /** The name of the site. */
  title: string
  limit: number
  send(mail: Mail): Promise<void>
  signal?: AbortSignal
}

export interface SendReport {
  sent: number
  failed: { email: string; reason: string }[]
  /** Being sent by a run that was interrupted at that moment. */
  inDoubt: string[]
  /** At least this many remain for the next run. */
  left: number
}
