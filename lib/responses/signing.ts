import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from './store/store'

/**
 * Signs values that return in a form or a link: who may edit a comment, when a form was generated, whose subscription
 * is confirmed. The purpose is part of the signature, so a token is not valid for another purpose.
 */
export class Signer {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** @returns `value.signature`, safe in URLs if `value` is */
  sign(purpose: string, value: string): string {
    return `${value}.${this.#digest(purpose, value)}`
  }

  /** The value of a token that this site signed for this purpose; undefined for any other text. */
  read(purpose: string, token: string): string | undefined {
    const end = token.lastIndexOf('.')
    if (end < 0 || token.length > MAX_TOKEN) return undefined
    const value = token.slice(0, end)
    const given = Buffer.from(token.slice(end + 1))
    const right = Buffer.from(this.#digest(purpose, value))
    return given.length === right.length && timingSafeEqual(given, right) ? value : undefined
  }

  /** 16 bytes that cannot be computed without the key. They are enough, because every guess needs a request. */
  #digest(purpose: string, value: string): string {
    return createHmac('sha256', this.#key)
      .update(`${purpose}\0${value}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url')
  }
}

/** The signer of this database. Its key is created once; if two instances create one, both use the first. */
export async function openSigner({ db }: Pick<Store, 'db'>): Promise<Signer> {
  await db
    .insertInto('settings')
    .values({ key: 'signing-key', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('settings')
    .where('key', '=', 'signing-key')
    .select('value')
    .executeTakeFirstOrThrow()
  return new Signer(Buffer.from(value, 'base64url'))
}

/** A random id of a row or a token: 120 bits, 20 characters that are safe in URLs. */
export function randomId(): string {
  return randomBytes(15).toString('base64url')
}

const MAX_TOKEN = 1000
