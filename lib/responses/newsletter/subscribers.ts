import { randomId, type Signer } from '../signing'
import type { SubscriberRow } from '../store/schema'
import type { Store } from '../store/store'

/**
 * Stores an unconfirmed e-mail address. Only the request for confirmation is sent to it.
 * @returns the subscriber who must be asked; undefined if the address has confirmed before
 */
export async function requestSubscription(
  { db }: Pick<Store, 'db'>,
  email: string,
  now: number,
): Promise<SubscriberRow | undefined> {
  const row: SubscriberRow = { id: randomId(), email, state: 'unconfirmed', created: now, confirmed: 0 }
  await db
    .insertInto('subscribers')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const found = await db
    .selectFrom('subscribers')
    .where('email', '=', email)
    .selectAll()
    .executeTakeFirstOrThrow()
  return found.state === 'confirmed' ? undefined : found
}

/** Confirms a subscription. @returns whether there is such a subscriber */
export async function confirmSubscription(
  { db }: Pick<Store, 'db'>,
  id: string,
  now: number,
): Promise<boolean> {
  await db
    .updateTable('subscribers')
    .set({ state: 'confirmed', confirmed: now })
    .where('id', '=', id)
    .where('state', '=', 'unconfirmed')
    .execute()
  return (
    (await db.selectFrom('subscribers').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
  )
}

/** Deletes the address and the records of what was sent to it. */
export async function unsubscribe(store: Pick<Store, 'write'>, id: string): Promise<void> {
  await store.write(async (db) => {
    await db.deleteFrom('deliveries').where('subscriber', '=', id).execute()
    await db.deleteFrom('subscribers').where('id', '=', id).execute()
  })
}

/** Addresses that were never confirmed are deleted after two days. */
export async function forgetUnconfirmed({ db }: Pick<Store, 'db'>, now: number): Promise<void> {
  await db
    .deleteFrom('subscribers')
    .where('state', '=', 'unconfirmed')
    .where('created', '<', now - 2 * 24 * 60 * 60 * 1000)
    .execute()
}

/** The signed link of one subscriber, for one purpose. It is valid until they are deleted. */
export function subscriberLink(
  signer: Signer,
  origin: string,
  purpose: 'confirm' | 'unsubscribe',
  id: string,
): string {
  return `${origin}/api/subscribe?${purpose}=${encodeURIComponent(signer.sign(purpose, id))}`
}

/** @returns the address in lower case; undefined if it is invalid */
export function readEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  const isAddress =
    email.length <= 254 &&
    /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/.test(email)
  return isAddress ? email : undefined
}
