import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Adds the address of each connection to `X-Forwarded-For`, as every proxy does with what it sees. A route sees no
 * connection, and Next writes it into that header only where the request brought none: anybody could then call
 * themselves whatever they like. Vercel's own proxies overwrite the header, and their connections carry no useful address.
 */
export function noteConnections(): void {
  if (process.env.VERCEL) return
  subscribe('http.server.request.start', (message) => {
    if (!isRequest(message)) return
    const { headers, socket } = message.request
    const before = headers['x-forwarded-for']
    const address = socket.remoteAddress ?? ''
    headers['x-forwarded-for'] = before === undefined ? address : `${before}, ${address}`
  })
}

/** @see https://nodejs.org/api/diagnostics_channel.html#http */
function isRequest(message: unknown): message is { request: IncomingMessage } {
  return typeof message === 'object' && message !== null && 'request' in message
}
