import { GuardError } from '../../guarded-fetch/guard-error'
import { guardedFetch } from '../../guarded-fetch/guarded-fetch'
import { randomId } from '../signing'
import type { MentionRow } from '../store/schema'
import type { Store } from '../store/store'
import { plainUrl, type ReadMention, readMention } from './read-mention'

/** The possible targets of webmentions. */
export interface Targets {
  /** The slug of the post at a URL; undefined if there is none. */
  slugOf(target: URL): string | undefined
  /** Every URL of a post, normalized. */
  urlsOf(slug: string): ReadonlySet<string>
}

/**
 * Validates a mention before anything is fetched.
 * @returns the slug of the post, or the reason for the rejection
 * @see https://www.w3.org/TR/webmention/#request-verification
 */
export function checkMention(source: string, target: string, targets: Targets): CheckedMention {
  for (const url of [source, target]) {
    if (url.length > MAX_URL || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      return { ok: false, reason: 'source and target must be http or https URLs.' }
  }
  if (plainUrl(new URL(source)) === plainUrl(new URL(target)))
    return { ok: false, reason: 'source and target are the same page.' }
  const slug = targets.slugOf(new URL(target))
  if (slug === undefined) return { ok: false, reason: 'target is not a post of this site.' }
  return { ok: true, slug }
}

/** Queues a mention for verification. One that was sent before is verified again: it may have changed or disappeared. */
export async function queueMention(
  { db }: Pick<Store, 'db'>,
  mention: { source: string; target: string; slug: string },
  now: number,
): Promise<void> {
  const { source, target, slug } = mention
  const row: MentionRow = {
    id: randomId(),
    source,
    target,
    slug,
    kind: 'mention',
    state: 'unverified',
    author: '',
    author_url: '',
    text: '',
    url: source,
    published: '',
    created: now,
    due: now,
    attempts: 0,
    detail: '',
  }
  await db
    .insertInto('mentions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['source', 'target']).doUpdateSet({ due: now, attempts: 0 }))
    .execute()
}

/**
 * Verifies the mentions that are due, a few at a time.
 * @returns how many were verified
 */
export async function verifyMentions(
  store: Pick<Store, 'db'>,
  targets: Targets,
  { now, limit = 10 }: { now: number; limit?: number },
): Promise<number> {
  const due = await store.db
    .selectFrom('mentions')
    .where('due', '>', 0)
    .where('due', '<=', now)
    .orderBy('due')
    .limit(limit)
    .selectAll()
    .execute()
  let seen = 0
  for (const mention of due) {
    // Another instance may verify the same one: the one that changes its time verifies it.
    const claimed = await store.db
      .updateTable('mentions')
      .set({ due: now + LEASE_MS, attempts: mention.attempts + 1 })
      .where('id', '=', mention.id)
      .where('due', '=', mention.due)
      .returning('id')
      .executeTakeFirst()
    if (!claimed) continue
    await verifyMention(store, mention, targets, now)
    seen++
  }
  return seen
}

async function verifyMention(
  { db }: Pick<Store, 'db'>,
  mention: MentionRow,
  targets: Targets,
  now: number,
): Promise<void> {
  const found = await lookAt(mention, targets)
  if (found.outcome === 'gone') {
    await db.deleteFrom('mentions').where('id', '=', mention.id).execute()
    return
  }
  if (found.outcome === 'later') {
    const isOver = mention.attempts + 1 >= MAX_ATTEMPTS
    // Approved mentions are kept: a site that is down today may be back.
    if (isOver && mention.state === 'unverified') {
      await db.deleteFrom('mentions').where('id', '=', mention.id).execute()
      return
    }
    const due = isOver ? 0 : now + RETRY_MS * 4 ** mention.attempts
    await db.updateTable('mentions').set({ due, detail: found.reason }).where('id', '=', mention.id).execute()
    return
  }
  const { read } = found
  const isSame = mention.state === 'approved' && mention.text === read.text && mention.author === read.author
  await db
    .updateTable('mentions')
    .set({
      kind: read.kind,
      author: read.author,
      author_url: read.authorUrl,
      text: read.text,
      url: read.url,
      published: read.published,
      // Changed text needs approval again.
      state: isSame ? 'approved' : mention.state === 'refused' ? 'refused' : 'waiting',
      due: 0,
      detail: '',
    })
    .where('id', '=', mention.id)
    .execute()
}

async function lookAt(mention: MentionRow, targets: Targets): Promise<Look> {
  try {
    const answer = await guardedFetch(mention.source, {
      timeout: 10_000,
      maxBytes: 1_000_000,
      headers: { accept: 'text/html, application/xhtml+xml' },
      types: /html|xml/i,
    })
    if (answer.status === 404 || answer.status === 410) return { outcome: 'gone' }
    if (answer.status >= 400) return { outcome: 'later', reason: `It answered ${answer.status}.` }
    const html = new TextDecoder().decode(answer.bytes)
    const read = readMention(html, answer.url, targets.urlsOf(mention.slug))
    return read ? { outcome: 'read', read } : { outcome: 'gone' }
  } catch (error) {
    // A page that cannot be read must not keep the mentions behind it from being verified.
    if (!(error instanceof GuardError)) return { outcome: 'later', reason: reasonOf(error) }
    // A private address, or not a page: it cannot become a mention.
    const isFinal = ['url', 'address', 'size', 'type', 'redirects'].includes(error.reason)
    return isFinal ? { outcome: 'gone' } : { outcome: 'later', reason: error.message }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'It cannot be read.'
}

/** Approved mentions of a post, oldest first. */
export async function listMentions({ db }: Pick<Store, 'db'>, slug: string): Promise<MentionRow[]> {
  return db
    .selectFrom('mentions')
    .where('slug', '=', slug)
    .where('state', '=', 'approved')
    .orderBy('created')
    .limit(200)
    .selectAll()
    .execute()
}

const MAX_URL = 2000
const MAX_ATTEMPTS = 5
/** A minute, then four, a quarter of an hour, an hour. */
const RETRY_MS = 60_000
/** Longer than one verification takes. */
const LEASE_MS = 60_000

export type CheckedMention = { ok: true; slug: string } | { ok: false; reason: string }

type Look =
  | { outcome: 'read'; read: ReadMention }
  | { outcome: 'gone' }
  | { outcome: 'later'; reason: string }
