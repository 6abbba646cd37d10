import { languageOf, stringsOf } from '@/app/_responses/language'
import { findPost, jsonResponse, seeOther, serve } from '@/app/_responses/serve'
import { showMessage } from '@/app/_responses/show-responses'
import { countsText } from '@/components/responses/response-list'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { readForm } from '@/lib/responses/http/read-form'
import { countReactions } from '@/lib/responses/readers/reactions'
import { dayOf, readerOf } from '@/lib/responses/readers/reader'
import type { Responses } from '@/lib/responses/responses'

export const dynamic = 'force-dynamic'

/** The likes and views of a post as text, by slug. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params
  const post = findPost(slug)
  if (!post) return jsonResponse({ error: stringsOf().problems.unknownPost }, { status: 404 })
  return jsonResponse(await countsOf(await serve(), post), { cache: 'shared' })
}

/** `kind=like` or `unlike`, from the form; `kind=view`, from the script of the page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params
  const post = findPost(slug)
  const say = stringsOf(post)
  const refuse = (problem: string, status: number) =>
    showMessage(say.title, problem, status, languageOf(post))
  if (!post) return refuse(say.problems.unknownPost, 404)
  if (!isOwnRequest(request)) return refuse(say.problems.notHere, 403)
  const form = await readForm(request, 2000)
  if (form.outcome !== 'form') return refuse(say.problems.wrongType, 400)
  const responses = await serve()
  const kind = form.fields.get('kind')
  if (kind === 'view') {
    if (responses.settings.views) await react(responses, request, slug, kind)
    return jsonResponse(await countsOf(responses, post))
  }
  if ((kind !== 'like' && kind !== 'unlike') || !responses.settings.likes)
    return refuse(say.problems.wrongType, 400)
  if (!(await react(responses, request, slug, kind))) return refuse(say.problems.tooMany, 429)
  const fragment = form.fields.has('fragment') ? '&fragment=1' : ''
  return seeOther(`/api/responses/${slug}?said=${kind}d${fragment}`)
}

/** @returns whether it was accepted; reactions of bots are ignored silently */
async function react(
  { writes, hashes }: Responses,
  request: Request,
  slug: string,
  kind: 'like' | 'unlike' | 'view',
): Promise<boolean> {
  const reader = readerOf(request.headers)
  if (reader.isBot) return true
  const now = Date.now()
  const day = dayOf(now)
  const network = await hashes.hash({ ...reader, agent: '' }, 'reactions', day)
  const as = kind === 'view' ? kind : 'like'
  const hash = await hashes.hash(reader, `${as} ${slug}`, day)
  const taken = await writes.reactions.add({
    ...{ slug, kind: as, reader: hash, network, now },
    undo: kind === 'unlike',
  })
  return taken === true
}

async function countsOf(
  { store, settings }: Responses,
  post: { slug: string; lang: string },
): Promise<Record<string, string>> {
  const { slug } = post
  const counts = (await countReactions(store, slug)).get(slug)
  return { [slug]: counts ? countsText(counts, settings, languageOf(post)) : '' }
}

interface Props {
  params: Promise<{ slug: string }>
}
