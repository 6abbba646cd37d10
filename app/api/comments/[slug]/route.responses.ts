import { languageOf, stringsOf } from '@/app/_responses/language'
import { findPost, jsonResponse, seeOther, serve } from '@/app/_responses/serve'
import { showEdit } from '@/app/_responses/show-edit'
import { showFeed } from '@/app/_responses/show-feed'
import { showMessage, showResponses } from '@/app/_responses/show-responses'
import { readBlockList } from '@/lib/responses/comments/block-list'
import { type CommentForm, checkComment, readCommentForm } from '@/lib/responses/comments/check-comment'
import { editComment, eraseComment, findComment } from '@/lib/responses/comments/comments'
import { checkFormToken } from '@/lib/responses/comments/form-token'
import { makeChallenge, readSolution } from '@/lib/responses/comments/proof-of-work'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { readForm } from '@/lib/responses/http/read-form'
import { dayOf, readerOf } from '@/lib/responses/readers/reader'
import type { Responses } from '@/lib/responses/responses'

export const dynamic = 'force-dynamic'

/**
 * The feed of a post's comments; with `?challenge` the challenge that a browser must solve for a form; with `?edit=`
 * and a signed token, the form to edit or delete one.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params
  const post = findPost(slug)
  if (!post) return showUnknownPost()
  const responses = await serve()
  const query = new URL(request.url).searchParams
  if (query.has('challenge') && responses.settings.comments?.proofOfWork)
    return jsonResponse(await makeChallenge(responses.signer, slug, Date.now()))
  const edit = query.get('edit')
  return edit === null ? showFeed(responses, post) : showEdit(responses, post, edit)
}

/** Adds a comment; with `edit` and a signed token, edits or deletes one. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params
  const post = findPost(slug)
  if (!post) return showUnknownPost()
  const say = stringsOf(post)
  const show = (problem: string, status: number) => showMessage(say.title, problem, status, languageOf(post))
  if (!isOwnRequest(request)) return show(say.problems.notHere, 403)
  const sent = await readForm(request)
  if (sent.outcome === 'too-large') return show(say.problems.tooLarge, 413)
  if (sent.outcome !== 'form') return show(say.problems.wrongType, 400)
  const responses = await serve()
  const { fields } = sent
  const token = fields.get('edit')
  if (token !== undefined) return change(responses, post, token, fields)
  if (!post.takesComments) return show(say.commentsOff, 403)

  const form = readCommentForm(fields)
  const fragment = fields.has('fragment')
  const refuse = (problems: string[], status = 422) =>
    showResponses(responses, post, { fragment, form, problems, personal: true, status })
  const checked = checkComment(form, commentSettings(responses), say.problems)
  const problems = [...formProblems(responses, post, fields), ...(checked.ok ? [] : checked.problems)]
  if (!checked.ok || problems.length > 0) return refuse(problems)

  const { proofOfWork } = commentSettings(responses)
  const solved = proofOfWork
    ? await readSolution(responses.signer, slug, fields.get('work') ?? '')
    : undefined
  if (proofOfWork && !solved) return refuse([say.problems.noWork])

  const now = Date.now()
  const state = commentSettings(responses).approve === 'all' ? 'waiting' : 'approved'
  const network = { ...readerOf(request.headers), agent: '' }
  const writer = await responses.hashes.hash(network, 'comments', dayOf(now))
  const added = await responses.writes.comments.add({
    slug,
    comment: checked.comment,
    state,
    now,
    writer,
    solved,
  })
  const more = fragment ? '&fragment=1' : ''
  if (added === 'busy') return refuse([say.problems.busy], 429)
  if (added.outcome === 'too-many') return refuse([say.problems.tooMany], 429)
  if (added.outcome === 'no-work') return refuse([say.problems.noWork])
  if (added.outcome === 'blocked') return refuse([say.problems.blocked])
  if (added.outcome === 'no-parent') return refuse([say.problems.noParent])
  if (added.outcome === 'duplicate') return seeOther(`/api/responses/${slug}?said=again${more}`)
  const own = encodeURIComponent(responses.signer.sign('comment', added.id))
  const said = state === 'waiting' ? 'waiting' : 'posted'
  return seeOther(`/api/responses/${slug}?said=${said}&posted=${own}${more}#comment-${added.id}`)
}

/** The signed link proves who wrote the comment. */
async function change(
  responses: Responses,
  post: NonNullable<ReturnType<typeof findPost>>,
  token: string,
  fields: ReadonlyMap<string, string>,
): Promise<Response> {
  const { store, signer } = responses
  const say = stringsOf(post)
  const id = signer.read('comment', token)
  const before = id === undefined ? undefined : await findComment(store, id)
  if (!before || before.slug !== post.slug || before.state === 'deleted')
    return showMessage(say.title, say.problems.wrongLink, 404, languageOf(post))
  if (fields.get('action') === 'delete') {
    await eraseComment(store, before.id)
    return seeOther(`/api/responses/${post.slug}?said=deleted`)
  }
  const form: CommentForm = { ...readCommentForm(fields), parent: before.parent }
  const checked = checkComment(form, commentSettings(responses), say.problems, await readBlockList(store))
  if (!checked.ok) return showEdit(responses, post, token, { form, problems: checked.problems })
  const state =
    before.state === 'approved' && commentSettings(responses).approve === 'all' ? 'waiting' : before.state
  const changed = await editComment(store, before.id, checked.comment, { state, now: Date.now() })
  if (!changed) return showEdit(responses, post, token, { form, problems: [say.editOver] })
  const said = state === 'approved' ? 'posted' : 'waiting'
  return seeOther(
    `/api/responses/${post.slug}?said=${said}&posted=${encodeURIComponent(token)}#comment-${before.id}`,
  )
}

function formProblems(
  { signer }: Responses,
  post: { slug: string; lang: string },
  fields: ReadonlyMap<string, string>,
): string[] {
  const { slug } = post
  const say = stringsOf(post).problems
  const age = checkFormToken(signer, slug, fields.get('token') ?? '', Date.now())
  return [
    ...(fields.get('homepage') ? [say.trap] : []),
    ...(age === 'too-fast' ? [say.tooFast] : []),
    ...(age === 'too-old' || age === 'forged' ? [say.tooOld] : []),
  ]
}

function showUnknownPost(): Response {
  const say = stringsOf()
  return showMessage(say.title, say.problems.unknownPost, 404, languageOf())
}

function commentSettings({ settings }: Responses) {
  return settings.comments ?? { approve: 'all' as const, links: 0, proofOfWork: false }
}

interface Props {
  params: Promise<{ slug: string }>
}
