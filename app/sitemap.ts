import type { MetadataRoute } from 'next'
import { blog } from '@/lib/blog/blog'

const absoluteUrl = (path: string) => new URL(path, blog.site.url).href

export default function sitemap(): MetadataRoute.Sitemap {
  const fixed = ['/', '/posts', '/tags'].map((path) => ({ url: absoluteUrl(path) }))
  const series = blog.listSeries().map(({ series }) => series)
  const pages = [...blog.listPages(), ...series, ...blog.listTags()].map(({ url }) => ({
    url: absoluteUrl(url),
  }))
  const posts = blog.listPosts().map(({ url, updated, date }) => ({
    url: absoluteUrl(url),
    lastModified: (updated ?? date)?.slice(0, 10),
  }))
  return [...fixed, ...posts, ...pages]
}
