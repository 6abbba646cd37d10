import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { GuardError } from './guard-error'
import { isPublicAddress } from './public-address'

/**
 * Resolves a host name for one connection and returns only public addresses. The check is made on the same addresses
 * that are connected to: if a name were resolved separately for check and connection, it could change in between.
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

/** The message for a host inside a private network. It contains no address: it may be shown to a stranger. */
export function notPublic(hostname: string): GuardError {
  return new GuardError('address', `${hostname} is not a host on the public internet.`)
}
