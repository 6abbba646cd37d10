import { blog } from '@/lib/blog/blog'
import { describeSitemap } from '@/lib/blog/machines/sitemap'

export default function sitemap() {
  return describeSitemap(blog)
}
