import { searchUrls } from '@/lib/blog/generated/search-urls'

export const dynamic = 'force-static'

/** The URL of this build's search index, and its filters. Pages do not contain the URL, because each would change with every post. */
export function GET() {
  return Response.json({ index: searchUrls?.index, filters: searchUrls?.filters })
}
