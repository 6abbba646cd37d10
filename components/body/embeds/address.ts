import { decodePercent } from '@/lib/urls/decode'

/** `https://www.example.com/a/?b=c` as people say it: `example.com/a?b=c`; a long query is left out. */
export function shortenAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return hostOf(url) + decodePercent(pathname).replace(/\/$/, '') + (search.length <= 30 ? search : '')
}

/** `www.example.com` as people say it: `example.com`. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
