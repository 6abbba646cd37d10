import { decodePercent } from '@/lib/urls/decode'

/** Shortens `https://www.example.com/a/?b=c` to `example.com/a?b=c`; a long query is omitted. */
export function shortenAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return hostOf(url) + decodePercent(pathname).replace(/\/$/, '') + (search.length <= 30 ? search : '')
}

/** Shortens `www.example.com` to `example.com`. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
