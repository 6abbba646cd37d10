import { connect } from 'node:net'

/**
 * Sends a request exactly as written: HTTP clients normalize paths and reject headers that a server must handle.
 * @param url of the server
 * @param head request line and headers, without `Host` and the empty line
 */
export function sendRaw(url: string, head: string): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) })
    const chunks: Buffer[] = []
    socket.setTimeout(30_000, () => socket.destroy(new Error(`No answer to ${head.slice(0, 100)}`)))
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server may close the connection before a rejected request was sent completely.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      chunks.length > 0 || error.code === 'ECONNRESET' || error.code === 'EPIPE' ? finish() : reject(error),
    )
    socket.on('close', finish)
    socket.write(`${head}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'latin1')

    function finish() {
      const answer = Buffer.concat(chunks).toString('latin1')
      const [top = '', ...rest] = answer.split('\r\n\r\n')
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(top)?.[1] ?? 0)
      const headers = new Map(
        top
          .split('\r\n')
          .slice(1)
          .map((line) => [
            line.slice(0, line.indexOf(':')).toLowerCase(),
            line.slice(line.indexOf(':') + 1).trim(),
          ]),
      )
      resolve({ status, headers, body: rest.join('\r\n\r\n') })
    }
  })
}

export interface RawAnswer {
  /** 0 if the server closed the connection without a response. */
  status: number
  /** By their lower-case names. */
  headers: Map<string, string>
  body: string
}
