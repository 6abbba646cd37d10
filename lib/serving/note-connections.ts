import { onIncomingRequest } from './incoming-requests'

/**
 * Adds the address of each connection to `X-Forwarded-For`, as every proxy does with what it sees. A route sees no
 * connection, and Next writes it into that header only where the request brought none: anybody could then call
 * themselves whatever they like. Vercel's own proxies overwrite the header, and their connections carry no useful address.
 */
export function noteConnections(): void {
  onIncomingRequest(({ headers, socket }) => {
    const before = headers['x-forwarded-for']
    const address = socket.remoteAddress ?? ''
    headers['x-forwarded-for'] = before === undefined ? address : `${before}, ${address}`
  })
}
