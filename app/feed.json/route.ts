import { createFeed } from '@/lib/blog/feed'

export const dynamic = 'force-static'

export async function GET() {
  const feed = await createFeed()
  return new Response(feed.json1(), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } })
}
