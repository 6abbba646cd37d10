import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Signer } from '../signing'
import type { Store } from '../store/store'
import { makeOneTimeToken, spendOneTimeToken } from './one-time'

/** The site that a passkey belongs to, as the browser sees it. */
export interface RelyingParty {
  /** `blog.example`, without a port. */
  id: string
  /** `https://blog.example` */
  origin: string
  name: string
}

/** The options for creating a passkey in the browser. The challenge is signed and used once; nothing is stored for it. */
export async function startRegistration({ store, signer }: Keys, site: RelyingParty, now: number) {
  const known = await store.db.selectFrom('passkeys').select('id').execute()
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.id,
    userName: 'author',
    userDisplayName: site.name,
    challenge: challengeOf(signer, 'passkey', now),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

/** Stores a new passkey. @returns whether it was created for this site and this challenge */
export async function finishRegistration(
  { store, signer }: Keys,
  site: RelyingParty,
  answer: unknown,
  { name, now }: { name: string; now: number },
): Promise<boolean> {
  const parsed = registration.safeParse(answer)
  if (!parsed.success) return false
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge({ store, signer }, 'passkey', challenge, now),
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: false,
    })
    if (!verified) return false
    const { id, publicKey, counter, transports } = registrationInfo.credential
    await store.db
      .insertInto('passkeys')
      .values({
        id,
        public_key: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: (transports ?? []).join(' '),
        name: name.slice(0, 100),
        created: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    return true
  } catch {
    // The library throws for any invalid input.
    return false
  }
}

/** The options for signing in: any passkey of this site. */
export async function startSignIn({ signer }: Pick<Keys, 'signer'>, site: RelyingParty, now: number) {
  return generateAuthenticationOptions({
    rpID: site.id,
    challenge: challengeOf(signer, 'sign-in-key', now),
    userVerification: 'preferred',
  })
}

/** @returns whether one of the author's passkeys signed the challenge */
export async function finishSignIn(
  { store, signer }: Keys,
  site: RelyingParty,
  answer: unknown,
  now: number,
): Promise<boolean> {
  const parsed = authentication.safeParse(answer)
  if (!parsed.success) return false
  const row = await store.db
    .selectFrom('passkeys')
    .where('id', '=', parsed.data.id)
    .selectAll()
    .executeTakeFirst()
  if (!row) return false
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge({ store, signer }, 'sign-in-key', challenge, now),
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: {
        id: row.id,
        publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
        counter: row.counter,
      },
      requireUserVerification: false,
    })
    if (!verified) return false
    await store.db
      .updateTable('passkeys')
      .set({ counter: authenticationInfo.newCounter })
      .where('id', '=', row.id)
      .execute()
    return true
  } catch {
    return false
  }
}

/** The library encodes a challenge as base64url. */
function challengeOf(signer: Signer, purpose: string, now: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(makeOneTimeToken(signer, purpose, '', now + CHALLENGE_MS)))
}

async function takeChallenge(
  { store, signer }: Keys,
  purpose: string,
  challenge: string,
  now: number,
): Promise<boolean> {
  const token = Buffer.from(challenge, 'base64url').toString()
  return (await spendOneTimeToken(store, signer, purpose, token, now)) !== undefined
}

const CHALLENGE_MS = 5 * 60 * 1000

const response = z.looseObject({ clientDataJSON: z.string().max(5000) })
const credential = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
})
const registration = credential.extend({
  response: response.extend({ attestationObject: z.string().max(50_000) }),
})
const authentication = credential.extend({
  response: response.extend({ authenticatorData: z.string().max(5000), signature: z.string().max(5000) }),
})

interface Keys {
  store: Pick<Store, 'db'>
  signer: Signer
}
