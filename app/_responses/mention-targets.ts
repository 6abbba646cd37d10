import { blog } from '@/lib/blog/blog'
import type { Targets } from '@/lib/responses/mentions/mentions'
import { plainUrl } from '@/lib/responses/mentions/read-mention'
import { decodePercent } from '@/lib/urls/decode'

/** The posts of this site by every URL they have or had. */
export function mentionTargets(): Targets {
  const { site } = blog
  const byPath = new Map<string, string>()
  const bySlug = new Map<string, Set<string>>()
  const add = (path: string, slug: string) => {
    byPath.set(path, slug)
    const urls = bySlug.get(slug) ?? new Set()
    for (const protocol of ['http:', 'https:']) {
      const url = new URL(path, site.url)
      url.protocol = protocol
      urls.add(plainUrl(url))
    }
    bySlug.set(slug, urls)
  }
  const posts = new Map(blog.listPosts().map(({ slug, url }) => [url, slug]))
  for (const [url, slug] of posts) add(url, slug)
  for (const [old, present] of blog.listRedirects()) {
    const slug = posts.get(present)
    if (slug !== undefined) add(old, slug)
  }
  return {
    slugOf: (target) =>
      target.hostname === new URL(site.url).hostname
        ? byPath.get(decodePercent(target.pathname).replace(/\/$/, ''))
        : undefined,
    urlsOf: (slug) => bySlug.get(slug) ?? new Set(),
  }
}
