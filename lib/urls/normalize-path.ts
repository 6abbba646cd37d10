import { decodePercent } from './decode'

/** What an address of an old site looks like to us: a path, or why it is none. */
export type AddressReading = { path: string } | { wrong: string }

/**
 * Brings an address that an author or an old system wrote into one form: from the root, decoded, Unicode NFC,
 * without what the different spellings of one address differ in (`index.html`, `.html`, a slash at the end).
 * @param written `/2014/05/a.html`, `2014/05/a/`, `https://old.example/a`
 * @param base path below which the old site lived, `''` or `/blog`; not added where it is there already
 */
export function readAddress(written: string, base = ''): AddressReading {
  const trimmed = written.trim()
  const complete = /^(?:https?:)?\/\//i.test(trimmed)
  if (complete && !URL.canParse(trimmed, 'https://x.example')) return { wrong: 'is no address' }
  const raw = complete ? new URL(trimmed, 'https://x.example').pathname : trimmed
  if (/[?#]/.test(raw)) return { wrong: 'has a `?` or `#`, which no redirect can tell apart' }
  const segments = decodePercent(raw).normalize('NFC').split('/').filter(Boolean)
  if (segments.some((segment) => segment === '..' || segment === '.'))
    return { wrong: 'leads out of the site' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  if (segments.some((segment) => /[\\\u0000-\u001F\u007F]/.test(segment)))
    return { wrong: 'holds signs that no address has' }
  const path = canonicalPath(`/${segments.join('/')}`)
  return { path: base && !complete && !`${path}/`.startsWith(`${base}/`) ? `${base}${path}` : path }
}

/** One spelling for the addresses that differ in `index.html`, `.html` or the slash at their end alone. */
export function canonicalPath(path: string): string {
  return path.replace(/\/(?:index\.html?)?$/, '').replace(/\.html?$/, '') || '/'
}
