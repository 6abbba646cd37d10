import { onIncomingRequest } from './incoming-requests'

/**
 * Adds the address of each connection to `X-Forwarded-For`, as every proxy does with what it sees. A route cannot see
 * the connection, and Next writes its address into that header only if the request has none, so that anybody could
 * claim any address. Vercel's own proxies overwrite the header, and their connections carry no useful address.
 */
export function noteConnections(): void {
  onIncomingRequest(({ headers, socket }) => {
    const before = headers['x-forwarded-for']
    const address = socket.remoteAddress ?? ''
    headers['x-forwarded-for'] = before === undefined ? address : `${before}, ${address}`
  })
}
