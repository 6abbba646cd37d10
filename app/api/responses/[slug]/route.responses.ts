import { languageOf, stringsOf } from '@/app/_responses/language'
import { findPost, serve } from '@/app/_responses/serve'
import { showMessage, showResponses } from '@/app/_responses/show-responses'
import type { ResponseStrings } from '@/lib/strings/responses'

export const dynamic = 'force-dynamic'

/** The responses to a post, and the forms for new ones. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const post = findPost((await params).slug)
  const say = stringsOf(post)
  if (!post) return showMessage(say.title, say.problems.unknownPost, 404, languageOf())
  const query = new URL(request.url).searchParams
  const said = query.get('said') ?? ''
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1))
  return showResponses(await serve(), post, {
    fragment: query.has('fragment'),
    notice: noticesIn(say).get(said),
    liked: said === 'liked',
    page,
    reply: query.get('reply') ?? '',
    posted: query.get('posted') ?? undefined,
    personal: [...query.keys()].some((name) => name !== 'fragment' && name !== 'page'),
  })
}

/** A link can only choose among these words. */
function noticesIn(say: ResponseStrings): Map<string, string> {
  return new Map([
    ['liked', say.liked],
    ['unliked', say.unliked],
    ['posted', say.posted],
    ['waiting', say.waiting],
    ['again', say.alreadyPosted],
    ['deleted', say.deleted],
  ])
}

interface Props {
  params: Promise<{ slug: string }>
}
