import { decodePercent } from './decode'

/** The result of reading a URL of an old site: a path, or why it is invalid. */
export type AddressReading = { path: string } | { wrong: string }

/**
 * Normalises a URL that an author or an old system wrote: root-relative, decoded, Unicode NFC,
 * without the variations of the same URL (`index.html`, `.html`, a trailing slash).
 * @param written `/2014/05/a.html`, `2014/05/a/`, `https://old.example/a`
 * @param base base path of the old site, `''` or `/blog`; not added if it is already there
 */
export function readAddress(written: string, base = ''): AddressReading {
  const trimmed = written.trim()
  const complete = /^(?:https?:)?\/\//i.test(trimmed)
  if (complete && !URL.canParse(trimmed, 'https://x.example')) return { wrong: 'is not a URL' }
  const raw = complete ? new URL(trimmed, 'https://x.example').pathname : trimmed
  if (/[?#]/.test(raw)) return { wrong: 'has a `?` or `#`, which redirects cannot distinguish' }
  const segments = decodePercent(raw).normalize('NFC').split('/').filter(Boolean)
  if (segments.some((segment) => segment === '..' || segment === '.'))
    return { wrong: 'points outside the site' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (segments.some((segment) => /[\\\u0000-\u001F\u007F]/.test(segment)))
    return { wrong: 'contains characters that a URL cannot have' }
  // Next puts a path into its route by `String.replace`, which reads these as parts of the route.
  if (/\$[$&`']/.test(segments.join('/')))
    return { wrong: 'has a `$` and a character that no route can hold together' }
  if (segments.some(isTooLong)) return { wrong: 'has a part that is too long for a file name' }
  const path = canonicalPath(`/${segments.join('/')}`)
  return { path: base && !complete && !`${path}/`.startsWith(`${base}/`) ? `${base}${path}` : path }
}

/** Whether no file can keep what a build makes for this part of a URL: 255 bytes, with an ending of Next's. */
export function isTooLong(segment: string): boolean {
  return Buffer.byteLength(segment) > 240
}

/** One form for URLs that only differ in `index.html`, `.html` or a trailing slash. */
export function canonicalPath(path: string): string {
  return path.replace(/\/(?:index\.html?)?$/, '').replace(/\.html?$/, '') || '/'
}
