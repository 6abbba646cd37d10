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
