import { languageOf } from '@/app/_responses/language'
import { findPost, jsonResponse, serve } from '@/app/_responses/serve'
import { countsText } from '@/components/responses/response-list'
import { countReactions } from '@/lib/responses/readers/reactions'

export const dynamic = 'force-dynamic'

/** The likes and views of every post that has any as text, by slug: for lists. */
export async function GET(): Promise<Response> {
  const { settings, store } = await serve()
  const counts = [...(await countReactions(store))].flatMap(([slug, count]) => {
    const post = findPost(slug)
    return post ? [[slug, countsText(count, settings, languageOf(post))] as const] : []
  })
  return jsonResponse(Object.fromEntries(counts), { cache: 'shared' })
}
