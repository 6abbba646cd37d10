/** What a hostile name server answers: the addresses of each name, one list per query; the last one is repeated. */
export const answers = new Map<string, string[][]>()

/** Replaces `lookup` of `node:dns`. */
export function lookup(
  hostname: string,
  _options: object,
  callback: (error: Error | null, found: unknown) => void,
): void {
  const planned = answers.get(hostname)
  if (!planned) {
    callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`)), [])
    return
  }
  const addresses = planned.length > 1 ? planned.shift() : planned[0]
  callback(
    null,
    addresses?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  )
}
