/** Why a request was refused or gave no usable response. */
export type GuardReason =
  /** The URL is not an http(s) URL, or it contains a password. */
  | 'url'
  /** The host, or a host it redirects to, is not on the public internet. */
  | 'address'
  | 'redirects'
  /** The response is larger than allowed, after decompression. */
  | 'size'
  | 'time'
  /** The response's content type is not one of the accepted types. */
  | 'type'
  /** No connection, a broken one, or a response that is not HTTP. */
  | 'network'

/** Thrown by `guardedFetch` for everything that is not a response. */
export class GuardError extends Error {
  override name = 'GuardError'

  constructor(
    readonly reason: GuardReason,
    message: string,
  ) {
    super(message)
  }
}

/**
 * The reason why a request failed.
 * @param error what the connection or the body failed with
 * @param signal aborted if the time was up
 */
export function explainError(error: unknown, target: URL, signal: AbortSignal): GuardError {
  if (error instanceof GuardError) return error
  if (signal.aborted) return new GuardError('time', `${target.hostname}: no complete answer in time.`)
  const message = error instanceof Error ? error.message || error.name : String(error)
  return new GuardError('network', `${target.hostname}: ${message}`)
}
