import type { MetadataRoute } from 'next'
import { blog } from '@/lib/blog/blog'

/** Crawlers may read everything, except previews. */
export default function robots(): MetadataRoute.Robots {
  if (blog.preview) return { rules: { userAgent: '*', disallow: '/' } }
  return { rules: { userAgent: '*', allow: '/' }, sitemap: new URL('/sitemap.xml', blog.site.url).href }
}
