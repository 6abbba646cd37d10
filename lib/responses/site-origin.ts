/** The origin that a browser shows for a request, also behind a proxy that terminates https. */
export function originOf(request: Request, host: string): string {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  const protocol = forwarded ?? new URL(request.url).protocol.replace(':', '')
  return `${protocol === 'https' ? 'https' : 'http'}://${host}`
}
