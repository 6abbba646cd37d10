import { findPost, jsonResponse, serve } from '@/app/_responses/serve'
import { countsText } from '@/components/responses/response-list'
import { countReactions } from '@/lib/responses/readers/reactions'

export const dynamic = 'force-dynamic'

/** The likes and views of every post that has any as text, by slug: for lists. */
export async function GET(): Promise<Response> {
  const { settings, store } = await serve()
  const counts = [...(await countReactions(store))].filter(([slug]) => findPost(slug))
  return jsonResponse(
    Object.fromEntries(counts.map(([slug, count]) => [slug, countsText(count, settings)])),
    { cache: 'shared' },
  )
}
