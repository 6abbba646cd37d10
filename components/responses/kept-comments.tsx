import type { KeptThread } from '@/lib/responses/kept/kept-thread'
import { responseStringsFor } from '@/lib/strings/responses'
import { PostDate } from '../date'

/** Comments stored in the repository: part of the page, without a database or a script. */
export function KeptComments({ threads, lang }: { threads: readonly KeptThread[]; lang: string }) {
  if (threads.length === 0) return null
  const count = threads.reduce((sum, { answers }) => sum + 1 + answers.length, 0)
  return (
    <>
      <h2>{responseStringsFor(lang).comments(count)}</h2>
      <ol className="plain-list">
        {threads.map(({ comment, answers }) => (
          <li key={comment.id}>
            <Comment comment={comment} lang={lang} />
            {answers.length > 0 && (
              <ol className="plain-list ms-6">
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <Comment comment={answer} lang={lang} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Comment({ comment, lang }: { comment: KeptThread['comment']; lang: string }) {
  return (
    <article className="mt-4" id={`comment-${comment.id}`}>
      <header className="frame-text text-quiet">
        {comment.site ? (
          <a className="text-inherit" dir="auto" href={comment.site} rel="nofollow ugc noopener">
            {comment.name}
          </a>
        ) : (
          <b dir="auto">{comment.name}</b>
        )}{' '}
        <PostDate date={new Date(comment.date).toISOString()} lang={lang} />
      </header>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderComment when the page is built */}
      <div dangerouslySetInnerHTML={{ __html: comment.html }} dir="auto" />
    </article>
  )
}
