import { htmlFragment, htmlPage } from '@/components/responses/html-page'
import { mentionList } from '@/components/responses/mention-list'
import { countsText, type ResponsesView, responseList } from '@/components/responses/response-list'
import { blog } from '@/lib/blog/blog'
import type { CommentForm } from '@/lib/responses/comments/check-comment'
import { findComment } from '@/lib/responses/comments/comments'
import { MIN_AGE, makeFormToken } from '@/lib/responses/comments/form-token'
import { listThreads } from '@/lib/responses/comments/list-comments'
import { listMentions } from '@/lib/responses/mentions/mentions'
import { countReactions } from '@/lib/responses/readers/reactions'
import type { Responses } from '@/lib/responses/responses'
import { responseStringsFor } from '@/lib/strings/responses'
import { languageOf } from './language'
import { type findPost, htmlResponse, responsesFiles } from './serve'

/** The responses to a post: a page, or the part of one that the enhancement script asks for. */
export async function showResponses(
  responses: Responses,
  post: NonNullable<ReturnType<typeof findPost>>,
  options: ShowOptions,
): Promise<Response> {
  const { settings, store } = responses
  const lang = languageOf(post)
  const counts = (await countReactions(store, post.slug)).get(post.slug) ?? { like: 0, view: 0 }
  const view: ResponsesView = {
    slug: post.slug,
    lang,
    notice: options.notice,
    counts:
      settings.likes || settings.views
        ? { text: countsText(counts, settings, lang), liked: options.liked ?? false }
        : undefined,
    likes: settings.likes,
    comments: settings.comments && (await commentsView(responses, post, options)),
    mentions: settings.webmentions ? mentionList(await listMentions(store, post.slug), lang) : [],
    newsletter: settings.newsletter !== undefined,
  }
  const { stylesheet } = responsesFiles()
  const html = options.fragment
    ? `<link rel="stylesheet" href="${stylesheet}">${htmlFragment(responseList(view))}`
    : htmlPage({
        title: responseStringsFor(lang).title,
        home: blog.site.title,
        lang,
        stylesheet,
        modules: view.comments?.form?.work ? [view.comments.form.work] : [],
        children: [backLink(post), ...responseList(view)],
      })
  // Browsers log every other status of a script's request to the console, as if the page had failed.
  const status = options.fragment ? 200 : options.status
  return htmlResponse(html, { status, cache: options.personal ? 'none' : 'shared' })
}

async function commentsView(
  { settings, signer, store }: Responses,
  post: NonNullable<ReturnType<typeof findPost>>,
  { page = 1, reply = '', form, problems = [], posted }: ShowOptions,
): Promise<NonNullable<ResponsesView['comments']>> {
  const now = Date.now()
  const parent = form?.parent ?? reply
  const answered = parent === '' ? undefined : await findComment(store, parent)
  const isAnswerable = answered?.slug === post.slug && answered.state === 'approved'
  const own = posted === undefined ? undefined : signer.read('comment', posted)
  const ownComment = own === undefined ? undefined : await findComment(store, own)
  return {
    list: await listThreads(store, post.slug, page),
    page,
    ...(ownComment && {
      own: {
        comment: ownComment.state === 'waiting' ? ownComment : undefined,
        edit: `/api/comments/${post.slug}?edit=${posted}`,
      },
    }),
    ...(post.takesComments && {
      form: {
        // Somebody whose comment had a mistake has already taken enough time.
        token: makeFormToken(signer, post.slug, form ? now - MIN_AGE : now),
        form: form ?? { name: '', site: '', text: '', parent: isAnswerable ? parent : '' },
        problems,
        answered: isAnswerable ? answered : undefined,
        approve: settings.comments?.approve === 'all',
        work: responsesFiles().workScript,
      },
    }),
  }
}

/** A page with only a message: something was not found or is not allowed. @param lang of the message */
export function showMessage(title: string, text: string, status: number, lang: string): Response {
  return htmlResponse(
    htmlPage({
      title,
      home: blog.site.title,
      lang,
      stylesheet: responsesFiles().stylesheet,
      children: [
        { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] },
      ],
    }),
    { status },
  )
}

export function backLink(post: { url: string; title: string; lang: string }) {
  return {
    type: 'element' as const,
    tagName: 'p',
    properties: {},
    children: [
      {
        type: 'element' as const,
        tagName: 'a',
        properties: { href: post.url, title: responseStringsFor(languageOf(post)).back },
        children: [{ type: 'text' as const, value: post.title }],
      },
    ],
  }
}

interface ShowOptions {
  fragment?: boolean
  /** A message about what has just happened. */
  notice?: string
  liked?: boolean
  page?: number
  /** The comment to answer. */
  reply?: string
  /** The typed values, if there is a mistake. */
  form?: CommentForm
  problems?: readonly string[]
  /** Signed: the comment that this reader has just sent. */
  posted?: string
  /** Private: never cached. */
  personal: boolean
  status?: number
}
