/** Why a request was refused or gave nothing usable. */
export type GuardReason =
  /** The URL is no http(s) URL, or it carries a password. */
  | 'url'
  /** The host, or a host it redirects to, is not on the public internet. */
  | 'address'
  | 'redirects'
  /** The answer is larger than allowed, after decompression. */
  | 'size'
  | 'time'
  /** The answer's content type is none of those asked for. */
  | 'type'
  /** No connection, a broken one, or an answer that is no HTTP. */
  | 'network'

/** Thrown by `guardedFetch` for everything that is not an answer. */
export class GuardError extends Error {
  override name = 'GuardError'

  constructor(
    readonly reason: GuardReason,
    message: string,
  ) {
    super(message)
  }
}
