import { blog } from '@/lib/blog/blog'

export const dynamic = 'force-static'

export async function GET() {
  const feed = await blog.createFeed()
  return new Response(feed.atom1(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
