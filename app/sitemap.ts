import type { MetadataRoute } from 'next'
import { absoluteUrl } from '@/lib/blog/absolute-url'
import { listPages, listPosts } from '@/lib/blog/posts'
import { listSeries } from '@/lib/blog/series'
import { listTags } from '@/lib/blog/tags'

export default function sitemap(): MetadataRoute.Sitemap {
  const fixed = ['/', '/posts', '/tags'].map((path) => ({ url: absoluteUrl(path) }))
  const series = listSeries().map(({ series }) => series)
  const pages = [...listPages(), ...series, ...listTags()].map(({ url }) => ({ url: absoluteUrl(url) }))
  const posts = listPosts().map(({ url, updated, date }) => ({
    url: absoluteUrl(url),
    lastModified: (updated ?? date)?.slice(0, 10),
  }))
  return [...fixed, ...posts, ...pages]
}
