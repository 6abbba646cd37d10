import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import type { Signer } from '../signing'
import { MAX_AGE } from './form-token'

/**
 * A computation that a browser does while its reader writes: negligible for one comment, expensive for somebody who
 * sends thousands. A challenge is signed, so that nobody can make an easier one, and valid for one post and as long as
 * the form.
 */
export async function makeChallenge(signer: Signer, slug: string, now: number): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    keyPrefix: PREFIX,
    deriveKey,
    expiresAt: new Date(now + MAX_AGE),
    data: { slug },
    hmacSignatureSecret: secretOf(signer),
  })
}

/**
 * Checks a solution.
 * @param text the field of the form: Base64 of JSON with `challenge` and `solution`
 * @returns the challenge, to be recorded as used; undefined if it is unsolved, for another post or too old
 */
export async function readSolution(
  signer: Signer,
  slug: string,
  text: string,
): Promise<SolvedChallenge | undefined> {
  const payload = parse(text)
  if (payload?.challenge.parameters.data?.slug !== slug) return undefined
  const { verified } = await verifySolution({
    ...payload,
    deriveKey,
    hmacSignatureSecret: secretOf(signer),
  })
  if (!verified) return undefined
  const { signature, parameters } = payload.challenge
  return { token: `challenge ${signature}`, expires: parameters.expiresAt * 1000 }
}

function parse(text: string): z.infer<typeof schema> | undefined {
  if (text === '' || text.length > MAX_SOLUTION) return undefined
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8'))).data
  } catch {
    return undefined
  }
}

const secretOf = (signer: Signer) => signer.sign('proof-of-work', 'key')

/** Rounds of PBKDF2: a few milliseconds on a phone, two on the server, which computes it once per comment. */
const COST = 5000
/** One key in 256 starts with it: about a second of work. */
const PREFIX = '00'
/** In characters; a real one has about 600. */
const MAX_SOLUTION = 2000

const hex = z.string().regex(/^[0-9a-f]{2,128}$/)

const schema = z.object({
  challenge: z.object({
    signature: hex,
    // Accepts only costs that the site itself sets, so that nobody can make the server compute a billion rounds.
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: hex,
      salt: hex,
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.literal(PREFIX),
      expiresAt: z.number(),
      data: z.object({ slug: z.string() }),
    }),
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: hex }),
})

/** A solved challenge: its id, and when its record can be deleted because it is no longer valid. */
export interface SolvedChallenge {
  token: string
  /** Milliseconds since 1970. */
  expires: number
}
