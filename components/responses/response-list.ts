import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { CommentForm } from '@/lib/responses/comments/check-comment'
import type { Threads } from '@/lib/responses/comments/list-comments'
import type { Counts } from '@/lib/responses/readers/reactions'
import { type ResponseStrings, responseStringsFor } from '@/lib/strings/responses'
import { commentForm } from './comment-form'
import { commentList, oneComment } from './comment-list'

/** All responses to a post, and the forms for new ones: on a separate page, or as a part of the post. */
export function responseList(view: ResponsesView): ElementContent[] {
  const { slug, notice, lang } = view
  const say = responseStringsFor(lang)
  return [
    ...(notice
      ? [h('p', { className: ['notice'], role: 'status', tabIndex: -1, dataFocus: '' }, notice)]
      : []),
    ...(view.counts ? [likeForm(view, view.counts)] : []),
    ...view.mentions,
    ...(view.comments ? commentsOf(view, view.comments) : []),
    h('p', { className: ['hint', 'links'] }, [
      ...(view.comments
        ? [h('a', { href: `/api/comments/${slug}`, type: 'application/atom+xml' }, say.feed)]
        : []),
      ...(view.newsletter ? [h('a', { href: '/api/subscribe' }, say.mail.link)] : []),
      h('a', { href: '/api/privacy' }, say.privacy.title),
    ]),
  ]
}

/** `12 likes · 340 views`, depending on what is counted. @param lang of the page that it is shown on */
export function countsText(
  counts: Counts,
  { likes, views }: { likes: boolean; views: boolean },
  lang: string,
): string {
  const say = responseStringsFor(lang)
  return [
    ...(likes && counts.like > 0 ? [say.likes(counts.like)] : []),
    ...(views && counts.view > 0 ? [say.views(counts.view)] : []),
  ].join(' · ')
}

function likeForm({ slug, lang, likes }: ResponsesView, counts: ShownCounts): ElementContent {
  const say = responseStringsFor(lang)
  return h('form', { className: ['like'], action: `/api/likes/${slug}`, method: 'post' }, [
    ...(likes
      ? [
          h('input', { type: 'hidden', name: 'kind', value: counts.liked ? 'unlike' : 'like' }),
          h('button', { type: 'submit' }, counts.liked ? say.unlike : say.like),
        ]
      : []),
    h('span', { className: ['hint'] }, counts.text),
  ])
}

function commentsOf(view: ResponsesView, comments: CommentsView): ElementContent[] {
  const { slug, lang } = view
  const say = responseStringsFor(lang)
  const here = `/api/responses/${slug}`
  const { threads, total, pages } = comments.list
  return [
    ...(total > 0 || comments.form ? [h('h2', total === 0 ? say.noComments : say.comments(total))] : []),
    ...(threads.length > 0 ? [commentList(threads, here, lang)] : []),
    ...(pages > 1 ? [pageLinks(say, here, comments.page, pages)] : []),
    ...(comments.own ? [ownComment(comments.own, here, lang)] : []),
    ...(comments.form
      ? [
          commentForm({ lang, action: `/api/comments/${slug}`, ...comments.form }),
          ...(comments.form.form.parent === ''
            ? []
            : [h('p', h('a', { className: ['hint'], href: `${here}#write` }, say.noReply))]),
        ]
      : [h('p', { className: ['hint'] }, say.commentsOff)]),
  ]
}

function ownComment({ comment, edit }: OwnComment, here: string, lang: string): ElementContent {
  return h('div', { className: ['own'] }, [
    ...(comment ? [oneComment(comment, here, lang)] : []),
    h('p', h('a', { href: edit, rel: 'nofollow' }, responseStringsFor(lang).keepLink)),
  ])
}

function pageLinks(say: ResponseStrings, here: string, page: number, pages: number): ElementContent {
  return h('nav', { className: ['hint'], ariaLabel: say.page(page, pages) }, [
    ...(page > 1 ? [h('a', { href: `${here}?page=${page - 1}` }, say.earlier)] : []),
    ` ${say.page(page, pages)} `,
    ...(page < pages ? [h('a', { href: `${here}?page=${page + 1}` }, say.later)] : []),
  ])
}

export interface ResponsesView {
  slug: string
  lang: string
  /** What has just happened. */
  notice?: string
  counts?: ShownCounts
  likes: boolean
  /** Absent if comments are off. */
  comments?: CommentsView
  mentions: ElementContent[]
  /** Readers can subscribe by e-mail. */
  newsletter: boolean
}

interface ShownCounts {
  text: string
  /** This reader has just liked it. */
  liked: boolean
}

interface CommentsView {
  list: Threads
  page: number
  own?: OwnComment
  /** Absent if comments are closed. */
  form?: {
    token: string
    form: CommentForm
    problems: readonly string[]
    answered?: { name: string }
    approve: boolean
    work?: string
  }
}

interface OwnComment {
  /** Only if it waits for approval and is not in the list. */
  comment?: Parameters<typeof oneComment>[0]
  /** The signed link to edit or delete it. */
  edit: string
}
