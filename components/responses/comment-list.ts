import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { formatDate } from '@/lib/dates'
import type { Thread } from '@/lib/responses/comments/list-comments'
import type { CommentRow } from '@/lib/responses/store/schema'
import { responseStringsFor } from '@/lib/strings/responses'
import { safeHtml } from './html-page'

/** Comments with their replies, two levels deep. @param here the URL of this page without its query */
export function commentList(threads: readonly Thread[], here: string, lang: string): ElementContent {
  return h(
    'ol',
    { className: ['comments'] },
    threads.map(({ comment, answers }) =>
      h('li', [
        oneComment(comment, here, lang),
        ...(answers.length > 0
          ? [
              h(
                'ol',
                answers.map((answer) => h('li', oneComment(answer, here, lang))),
              ),
            ]
          : []),
      ]),
    ),
  )
}

/**
 * One comment. An erased one leaves a placeholder if it has replies.
 * @param post its post, where comments of many posts are listed
 */
export function oneComment(
  comment: ShownComment,
  here: string,
  lang: string,
  post?: ElementContent,
): ElementContent {
  const say = responseStringsFor(lang)
  if (comment.state === 'deleted') return h('p', { className: ['hint'] }, say.deletedComment)
  const day = new Date(comment.created).toISOString()
  return h('article', { id: `comment-${comment.id}`, className: ['comment'] }, [
    h('header', [
      comment.site === ''
        ? h('b', { dir: 'auto' }, comment.name)
        : h('a', { dir: 'auto', href: comment.site, rel: 'nofollow ugc noopener' }, comment.name),
      ' ',
      h('a', { className: ['hint'], href: `#comment-${comment.id}`, title: say.permalink }, [
        h('time', { dateTime: day }, formatDate(day, lang)),
      ]),
      comment.edited > 0 ? h('span', { className: ['hint'] }, ` (${say.edited})`) : '',
      ...(post ? [h('span', { className: ['hint'] }, [' · ', post])] : []),
    ]),
    h('div', { dir: 'auto' }, safeHtml(comment.html)),
    comment.state === 'approved'
      ? h('a', { className: ['hint'], href: `${here}?reply=${comment.id}#write`, rel: 'nofollow' }, say.reply)
      : '',
  ])
}

type ShownComment = Pick<CommentRow, 'id' | 'name' | 'site' | 'html' | 'state' | 'created' | 'edited'>
