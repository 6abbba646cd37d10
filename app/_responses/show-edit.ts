import { h } from 'hastscript'
import { commentForm } from '@/components/responses/comment-form'
import { htmlPage } from '@/components/responses/html-page'
import { blog } from '@/lib/blog/blog'
import type { CommentForm } from '@/lib/responses/comments/check-comment'
import { findComment, isEditable } from '@/lib/responses/comments/comments'
import type { Responses } from '@/lib/responses/responses'
import { languageOf, stringsOf } from './language'
import { type findPost, htmlResponse, responsesFiles } from './serve'
import { backLink, showMessage } from './show-responses'

/**
 * The page on which a reader edits or deletes their comment.
 * @param token signed, from the link that the reader got
 */
export async function showEdit(
  { signer, store, settings }: Responses,
  post: NonNullable<ReturnType<typeof findPost>>,
  token: string,
  typed?: { form: CommentForm; problems: readonly string[] },
): Promise<Response> {
  const say = stringsOf(post)
  const lang = languageOf(post)
  const id = signer.read('comment', token)
  const comment = id === undefined ? undefined : await findComment(store, id)
  if (!comment || comment.slug !== post.slug || comment.state === 'deleted')
    return showMessage(say.title, say.problems.wrongLink, 404, lang)
  const action = `/api/comments/${post.slug}`
  const editable = isEditable(comment, Date.now())
  const html = htmlPage({
    title: say.editTitle,
    home: blog.site.title,
    lang,
    stylesheet: responsesFiles().stylesheet,
    children: [
      backLink(post),
      h('p', { className: ['hint'] }, editable ? say.editUntil : say.editOver),
      ...(editable
        ? [
            commentForm({
              lang,
              action,
              token: '',
              form: typed?.form ?? comment,
              problems: typed?.problems ?? [],
              hidden: { edit: token },
              approve: settings.comments?.approve === 'all',
            }),
          ]
        : []),
      h('form', { action, method: 'post' }, [
        h('input', { type: 'hidden', name: 'edit', value: token }),
        h('input', { type: 'hidden', name: 'action', value: 'delete' }),
        h('button', { type: 'submit' }, say.delete),
      ]),
    ],
  })
  return htmlResponse(html, { status: typed ? 422 : 200 })
}
