import type { MetadataRoute } from 'next'
import { absoluteUrl } from '@/lib/blog/absolute-url'
import { showsDrafts } from '@/lib/blog/visibility'

/** Everybody may read everything; a preview is nobody's search result. */
export default function robots(): MetadataRoute.Robots {
  if (showsDrafts()) return { rules: { userAgent: '*', disallow: '/' } }
  return { rules: { userAgent: '*', allow: '/' }, sitemap: absoluteUrl('/sitemap.xml') }
}
