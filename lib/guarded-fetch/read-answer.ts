import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { explainError, GuardError } from './guard-error'

/**
 * Reads an answer, within limits of type and size.
 * @param target the URL that answered
 * @param signal aborted when the time is up
 * @throws {GuardError} with the reason
 */
export async function readAnswer(
  response: IncomingMessage,
  target: URL,
  method: string,
  { maxBytes, types, signal }: AnswerLimits & { signal: AbortSignal },
): Promise<GuardedAnswer> {
  const { statusCode: status = 0 } = response
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each)
  }
  const type = headers.get('content-type') ?? ''
  if (status < 300 && types && !types.test(type)) {
    response.destroy()
    throw new GuardError('type', `${target.hostname} answered with “${type.slice(0, 80) || 'no type'}”.`)
  }
  const bytes = method === 'HEAD' ? new Uint8Array() : await readBody(response, target, maxBytes, signal)
  return { url: target.href, status, headers, type, bytes }
}

async function readBody(
  response: IncomingMessage,
  target: URL,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const tooLarge = () => new GuardError('size', `${target.href} is larger than ${formatBytes(maxBytes)}.`)
  const isPlain = !response.headers['content-encoding']
  if (isPlain && Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw tooLarge()
  }
  const body = decompress(response)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw explainError(error, target, signal)
  } finally {
    body.destroy()
    response.destroy()
  }
  return Buffer.concat(chunks)
}

/** The chunks of a decompressor are 16 KB: a decompression bomb is noticed at the first chunk over the limit. */
function decompress(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  const step =
    encoding === 'br'
      ? createBrotliDecompress()
      : encoding === 'gzip' || encoding === 'x-gzip'
        ? createGunzip()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  if (!step) return response
  response.on('error', (error) => step.destroy(error))
  return response.pipe(step)
}

function formatBytes(bytes: number): string {
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${bytes} bytes`
}

/** Limits for an answer. */
export interface AnswerLimits {
  /** Of the body, after decompression, in bytes. */
  maxBytes: number
  /** Accepted content types; a response below 300 with another type is refused before its body is read. */
  types?: RegExp
}

export interface GuardedAnswer {
  /** After redirects. */
  url: string
  status: number
  headers: Headers
  /** `Content-Type`, empty if there is none. */
  type: string
  bytes: Uint8Array
}
