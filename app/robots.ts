import type { MetadataRoute } from 'next'
import { showsDrafts } from '@/lib/published'
import { absoluteUrl } from '@/lib/urls'

/** Everybody may read everything; a preview is nobody's search result. */
export default function robots(): MetadataRoute.Robots {
  if (showsDrafts()) return { rules: { userAgent: '*', disallow: '/' } }
  return { rules: { userAgent: '*', allow: '/' }, sitemap: absoluteUrl('/sitemap.xml') }
}
