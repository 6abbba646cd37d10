import { createHmac, randomBytes } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { isbot } from 'isbot'
import type { Store } from '../store/store'

/** The reader who sent a request, as far as needed. */
export interface Reader {
  /**
   * Network address: the complete IPv4 address, or the first 64 bits of an IPv6 address, which identify one household.
   * Never stored.
   */
  network: string
  agent: string
  /** Programs of search engines, link previews and monitoring. */
  isBot: boolean
}

/**
 * Identifies the reader from a request's headers.
 * @param headers with `X-Forwarded-For` as `noteConnections` completes it
 * @param env `TRUSTED_PROXIES` says how many proxies are in front of the site
 */
export function readerOf(headers: Headers, env: Environment = process.env): Reader {
  const agent = (headers.get('user-agent') ?? '').slice(0, 500)
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(plainAddress)
  return { network: networkOf(readerHop(hops, env)), agent, isBot: agent === '' || isbot(agent) }
}

/**
 * Each proxy appends the address that it saw; the client can forge everything before those. Proxies on this machine or
 * in its network are known by their addresses; the number of others must be configured.
 */
function readerHop(hops: readonly string[], { TRUSTED_PROXIES: proxies = '' }: Environment): string {
  const first = hops[0] ?? ''
  if (/^\d+$/.test(proxies)) return hops.at(-1 - Number(proxies)) ?? first
  return hops.findLast((hop) => !isInside(hop)) ?? first
}

function isInside(address: string): boolean {
  return ipaddr.isValid(address) && INSIDE.has(ipaddr.process(address).range())
}

/** Ranges of ipaddr.js that are not on the internet. */
const INSIDE = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'])

/** Without the port and brackets that some proxies add, and without a zone id. */
function plainAddress(hop: string): string {
  return hop
    .trim()
    .replace(/^\[|\](?::\d+)?$/g, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
}

/** @returns the address that represents one reader, or `unknown` */
export function networkOf(address: string): string {
  const plain = plainAddress(address)
  if (!ipaddr.isValid(plain)) return 'unknown'
  const parsed = ipaddr.process(plain)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}

/**
 * Makes the hash that identifies a reader for one day: HMAC-SHA256 of network and browser with a
 * random salt. The salt is deleted after the day; after that the hash cannot be linked to a reader, not even by the owner. It
 * differs by purpose, so what a reader does on one post is not connected with what they do on another.
 */
export class ReaderHashes {
  readonly #store: Pick<Store, 'db'>
  readonly #salts = new Map<string, Promise<Buffer>>()

  constructor(store: Pick<Store, 'db'>) {
    this.#store = store
  }

  /** @param purpose e.g. `like hello-world` @param day `2026-11-21` */
  async hash(reader: Reader, purpose: string, day: string): Promise<string> {
    return createHmac('sha256', await this.#saltOf(day))
      .update(JSON.stringify([purpose, reader.network, reader.agent]))
      .digest()
      .subarray(0, 16)
      .toString('base64url')
  }

  /** Asks the database once a day, however many readers come at the same moment: they would take all of its connections. */
  async #saltOf(day: string): Promise<Buffer> {
    const known = this.#salts.get(day)
    if (known) return known
    const salt = this.#storeSalt(day)
    this.#salts.clear()
    this.#salts.set(day, salt)
    // The next reader tries again.
    salt.catch(() => this.#salts.delete(day))
    return salt
  }

  async #storeSalt(day: string): Promise<Buffer> {
    const { db } = this.#store
    await db
      .insertInto('salts')
      .values({ day, salt: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute()
    const { salt } = await db
      .selectFrom('salts')
      .where('day', '=', day)
      .select('salt')
      .executeTakeFirstOrThrow()
    return Buffer.from(salt, 'base64url')
  }
}

/** The UTC day of a time: the same for all instances. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

type Environment = Record<string, string | undefined>
