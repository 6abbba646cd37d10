import { blog } from '@/lib/blog/blog'

export const dynamic = 'force-static'

export async function GET() {
  const feed = await blog.createFeed()
  return new Response(feed.json1(), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } })
}
