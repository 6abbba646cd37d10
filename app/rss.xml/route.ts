import { blog } from '@/lib/blog/blog'

export const dynamic = 'force-static'

export async function GET() {
  const feed = await blog.createFeed()
  return new Response(feed.rss2(), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
