import type { MetadataRoute } from 'next'
import { blog } from '@/lib/blog/blog'

/** Everybody may read everything; a preview is nobody's search result. */
export default function robots(): MetadataRoute.Robots {
  if (blog.preview) return { rules: { userAgent: '*', disallow: '/' } }
  return { rules: { userAgent: '*', allow: '/' }, sitemap: new URL('/sitemap.xml', blog.site.url).href }
}
