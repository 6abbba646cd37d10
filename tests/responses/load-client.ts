import { Agent, request } from 'node:http'
import { makeFormToken } from '@/lib/responses/comments/form-token'
import type { Signer } from '@/lib/responses/signing'

const SLUG = 'opening-the-gates'

/**
 * Posts a comment.
 * @param reader decides the network address, so that each comment comes from another reader
 * @param from origin of another site that seems to send it
 * @returns the status, 0 if the connection broke
 */
export function post(
  agent: Agent,
  port: number,
  signer: Signer,
  text: string,
  reader: number,
  from = '',
): Promise<number> {
  const token = makeFormToken(signer, SLUG, Date.now() - 10_000)
  const body = new URLSearchParams({ name: 'Load', text, token }).toString()
  return new Promise((resolve) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/api/comments/${SLUG}`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          ...(from && { origin: from }),
          'user-agent': 'Mozilla/5.0 Firefox/140.0',
          'x-forwarded-for': `10.${(reader >> 16) & 255}.${(reader >> 8) & 255}.${reader & 255}`,
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
        response.on('error', () => resolve(0))
      },
    )
    sent.on('error', () => resolve(0))
    sent.end(body)
  })
}

/** Reads the post's page over ten connections, until a moment. */
export async function readPages(port: number, end: number) {
  let done = 0
  let failed = 0
  const started = performance.now()
  const agent = new Agent({ keepAlive: true, maxSockets: 10 })
  const read = () =>
    new Promise<void>((resolve) => {
      request({ agent, port, host: '127.0.0.1', path: `/posts/${SLUG}` }, (response) => {
        if (response.statusCode !== 200) failed++
        response.resume()
        response.on('end', resolve)
      })
        .on('error', () => {
          failed++
          resolve()
        })
        .end()
    })
  const reader = async () => {
    while (Date.now() < end) {
      done++
      await read()
    }
  }
  await Promise.all(Array.from({ length: 10 }, reader))
  return { perSecond: Math.round((done / (performance.now() - started)) * 1000), failed }
}
