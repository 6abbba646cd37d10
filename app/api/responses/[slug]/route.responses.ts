import { findPost, serve } from '@/app/_responses/serve'
import { showMessage, showResponses } from '@/app/_responses/show-responses'
import { responseStrings } from '@/lib/strings/responses'

export const dynamic = 'force-dynamic'

const say = responseStrings

/** The responses to a post, and the forms for new ones. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const post = findPost((await params).slug)
  if (!post) return showMessage(say.title, say.problems.unknownPost, 404)
  const query = new URL(request.url).searchParams
  const said = query.get('said') ?? ''
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1))
  return showResponses(await serve(), post, {
    fragment: query.has('fragment'),
    notice: NOTICES.get(said),
    liked: said === 'liked',
    page,
    reply: query.get('reply') ?? '',
    posted: query.get('posted') ?? undefined,
    personal: [...query.keys()].some((name) => name !== 'fragment' && name !== 'page'),
  })
}

/** A link can only choose among these words. */
const NOTICES = new Map<string, string>([
  ['liked', say.liked],
  ['unliked', say.unliked],
  ['posted', say.posted],
  ['waiting', say.waiting],
  ['again', say.alreadyPosted],
  ['deleted', say.deleted],
])

interface Props {
  params: Promise<{ slug: string }>
}
