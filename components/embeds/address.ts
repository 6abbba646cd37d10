/** `https://www.example.com/a/?b=c` as people say it: `example.com/a`. */
export function shortenAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, pathname } = new URL(url)
  return hostname.replace(/^www\./, '') + decodePath(pathname).replace(/\/$/, '')
}

/** `www.example.com` as people say it: `example.com`. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
