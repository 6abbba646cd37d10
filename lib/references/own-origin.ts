/**
 * `/about` of `https://blog.example/about`, if that is this site or the old one of the document.
 * @param origins of this site and of the imported blog, without a trailing slash
 * @returns the URL below the origin, and whose it is; any other URL unchanged
 */
export function withoutOrigin(
  url: string,
  [present, old]: readonly (string | undefined)[],
): [string, 'present' | 'old' | undefined] {
  if (present && isBelow(url, present)) return [url.slice(present.length) || '/', 'present']
  return old && isBelow(url, old) ? [url.slice(old.length) || '/', 'old'] : [url, undefined]
}

/** Whether a URL or path is another one, or is below it. */
export function isBelow(url: string, origin: string): boolean {
  return url === origin || url.startsWith(`${origin}/`)
}
