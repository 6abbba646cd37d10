import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Calls `change` with every request before Next reads it. Not on Vercel, whose proxies have read it before.
 * @see https://nodejs.org/api/diagnostics_channel.html#http
 */
export function onIncomingRequest(change: (request: IncomingMessage) => void): void {
  if (process.env.VERCEL) return
  subscribe('http.server.request.start', (message) => {
    if (isRequest(message)) change(message.request)
  })
}

function isRequest(message: unknown): message is { request: IncomingMessage } {
  return typeof message === 'object' && message !== null && 'request' in message
}
