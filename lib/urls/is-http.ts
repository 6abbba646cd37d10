/** Whether a page may link to a URL and a fetcher may request it. */
export function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
