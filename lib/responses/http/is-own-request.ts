/**
 * Whether a state-changing request was sent by a page of this site, or not by a browser at all (a command). Browsers
 * indicate that in two headers that no page can change; without both, it was not sent by a browser.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isOwnRequest(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (!origin) return true
  return URL.canParse(origin) && new URL(origin).host === hostOf(request)
}

/** The host that the reader's browser shows, also behind a proxy. */
export function hostOf(request: Request): string {
  return (
    (request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? new URL(request.url).host)
      .split(',')[0]
      ?.trim() ?? ''
  )
}
