import { searchUrls } from '@/lib/blog/generated/search-urls'

export const dynamic = 'force-static'

/** The URL of this build's search index. Pages do not contain it, because each would change with every post. */
export function GET() {
  return Response.json({ index: searchUrls?.index })
}
