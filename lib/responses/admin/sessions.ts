import { createHash, timingSafeEqual } from 'node:crypto'
import { randomId, type Signer } from '../signing'
import type { Store } from '../store/store'

/** A browser in which the author signed in. */
export interface Session {
  /** Hash of the cookie, used as key: somebody who reads the database cannot sign in with it. */
  id: string
  /** Must be submitted with every form, so that no other site can send one. */
  csrf: string
}

/** Starts a session. @returns the value of its cookie */
export async function startSession(
  { db }: Pick<Store, 'db'>,
  { agent, now }: { agent: string; now: number },
): Promise<string> {
  const secret = randomId() + randomId()
  await db
    .insertInto('sessions')
    .values({
      id: hashOf(secret),
      created: now,
      seen: now,
      expires: now + SESSION_MS,
      agent: agent.slice(0, 200),
    })
    .execute()
  return secret
}

/** The session of a cookie, if it has not ended. One that is not used for a week ends, and each after a month. */
export async function findSession(
  { db }: Pick<Store, 'db'>,
  signer: Signer,
  cookie: string,
  now: number,
): Promise<Session | undefined> {
  if (cookie === '') return undefined
  const id = hashOf(cookie)
  const row = await db.selectFrom('sessions').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row || row.expires < now || row.seen < now - IDLE_MS) return undefined
  if (row.seen < now - 60_000)
    await db.updateTable('sessions').set({ seen: now }).where('id', '=', id).execute()
  return { id, csrf: signer.sign('csrf', id) }
}

export async function endSession({ db }: Pick<Store, 'db'>, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute()
}

/** Whether a form belongs to this session. */
export function isOwnForm(session: Session, csrf: string): boolean {
  const [a, b] = [Buffer.from(session.csrf), Buffer.from(csrf)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

const DAY = 24 * 60 * 60 * 1000
const IDLE_MS = 7 * DAY
export const SESSION_MS = 30 * DAY
