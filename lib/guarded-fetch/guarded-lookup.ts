import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { GuardError } from './guard-error'
import { isPublicAddress } from './public-address'

/**
 * Resolves a host name for one connection and hands on public addresses only. The check is made on the very addresses
 * that are connected to: a name that is resolved once for a check and again for the connection may change in between.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const open = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (!first) return callback(notPublic(hostname), '')
    if (options.all) callback(null, open)
    else callback(null, first.address, first.family)
  })
}

/** What is said of a host inside a private network. It names no address: the answer may be shown to a stranger. */
export function notPublic(hostname: string): GuardError {
  return new GuardError('address', `${hostname} is no host of the public internet.`)
}
