import { searchUrls } from '@/lib/blog/generated/search-urls'

export const dynamic = 'force-static'

/** Where the search index of this build is. Pages do not say so themselves: each would change with every post. */
export function GET() {
  return Response.json({ index: searchUrls?.index })
}
