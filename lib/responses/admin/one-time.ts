import { randomId, type Signer } from '../signing'
import type { Store } from '../store/store'

/**
 * A token for one action, used once: signing in, confirming. Creating one writes nothing, so a command can create
 * one while the server holds the database.
 * @param about what it is for, beyond its purpose: an address, or empty. No `~`.
 */
export function makeOneTimeToken(signer: Signer, purpose: string, about: string, expires: number): string {
  return signer.sign(purpose, `${about}~${expires.toString(36)}~${randomId()}`)
}

/** Whether a token is valid and not expired; it is not used up. @returns what it is about */
export function readOneTimeToken(
  signer: Signer,
  purpose: string,
  token: string,
  now: number,
): string | undefined {
  const [about, expires] = signer.read(purpose, token)?.split('~') ?? []
  return about !== undefined && expires !== undefined && Number.parseInt(expires, 36) > now
    ? about
    : undefined
}

/** Uses a token up. @returns what it is about; undefined if it is invalid, expired or was used before */
export async function spendOneTimeToken(
  { db }: Pick<Store, 'db'>,
  signer: Signer,
  purpose: string,
  token: string,
  now: number,
): Promise<string | undefined> {
  const about = readOneTimeToken(signer, purpose, token, now)
  if (about === undefined) return undefined
  const used = await db
    .insertInto('used')
    // It cannot be used after it has expired, so it need not be stored longer.
    .values({ token: `${purpose} ${token}`, expires: now + REMEMBER_MS })
    .onConflict((conflict) => conflict.column('token').doNothing())
    .returning('token')
    .executeTakeFirst()
  return used ? about : undefined
}

/** Longer than any token is valid. */
const REMEMBER_MS = 30 * 24 * 60 * 60 * 1000
