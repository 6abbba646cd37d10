import { permanentRedirect } from 'next/navigation'
import { blog } from '@/lib/blog/blog'

// `next dev` takes every unknown URL for a page of `app/[page]` or a list below it, and does not try `app/[...path]` after
// them, as a built site does. So these two routes redirect old URLs in dev. A proxy would do it in one place, but its copy of
// the code is loaded again after each save, which took a quarter of the time until a page is shown.
const redirects = process.env.NODE_ENV === 'development' ? blog.listRedirects() : new Map<string, string>()

/** The segments of every old URL; none outside of dev. */
export function listOldUrls(): string[][] {
  return [...redirects.keys()].map((path) => path.slice(1).split('/'))
}

/**
 * Redirects if the URL is an old one.
 * @param segments decoded
 */
export function redirectOldUrl(...segments: string[]): void {
  const location = redirects.get(`/${segments.join('/')}`)
  if (location) permanentRedirect(location)
}
