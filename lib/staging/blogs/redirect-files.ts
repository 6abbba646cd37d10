/**
 * The redirects of a `_redirects` file, as Netlify and Cloudflare Pages read it. Rules for other hosts, with placeholders or
 * conditions, and those that are not redirects (status 200 or 404) are left out: they are about URLs that no document has.
 * @returns targets by URL, the first rule for a URL wins
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function readRedirectFile(text: string): Map<string, string> {
  const rules = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const [from = '', to = '', status = '301', ...conditions] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    const isPlain =
      from.startsWith('/') && !/[*?]|\/:/.test(from) && !/:splat|\/:/.test(to.replace(/^https?:\/\//, ''))
    const isTarget = /^\/(?!\/)/.test(to) || (/^https?:\/\//.test(to) && URL.canParse(to))
    if (!isPlain || !isTarget || !/^30[12378]!?$/.test(status) || conditions.length > 0) continue
    if (!rules.has(from)) rules.set(from, to)
  }
  return rules
}

/** Where such a file is: in the root, or in a folder that is served from there. */
export function isRedirectFile(path: string): boolean {
  return /^(?:(?:static|public|source|src|assets)\/)?_redirects$/.test(path)
}
