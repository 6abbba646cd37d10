import { Fragment } from 'react'
import type { ReplyThread, ThreadReply } from '@/lib/model/post'
import { type ResponseStrings, responseLanguage, responseStringsFor } from '@/lib/strings/responses'
import { PostDate } from '../date'
import { languageUnless } from './responses'

/** Replies to a post on another site, from a snapshot in the repository: no database, and no request to that site. */
export function ThreadReplies({ thread, lang }: { thread: ReplyThread; lang: string }) {
  const say = responseStringsFor(lang)
  return (
    <section aria-labelledby="replies" className="column mt-12" {...languageUnless(lang)}>
      <h2 id="replies">{say.repliesOn(thread.host)}</h2>
      <ol className="plain-list">
        {thread.replies.map((reply) => (
          <li key={reply.url}>
            <Reply lang={responseLanguage(lang)} reply={reply} say={say} />
            {reply.answers.length > 0 && (
              <ol className="plain-list ms-6">
                {reply.answers.map((answer) => (
                  <li key={answer.url}>
                    <Reply lang={responseLanguage(lang)} reply={answer} say={say} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-4">
        <a className="frame-text" href={thread.url} rel="nofollow ugc noopener">
          {say.replyOn(thread.host)}
        </a>
      </p>
    </section>
  )
}

function Reply({ reply, lang, say }: { reply: ThreadReply; lang: string; say: ResponseStrings }) {
  const { name, authorUrl, date, text, url } = reply
  return (
    <article className="mt-4">
      <header className="frame-text text-quiet">
        {authorUrl ? (
          <a className="text-inherit" dir="auto" href={authorUrl} rel="nofollow ugc noopener">
            {name}
          </a>
        ) : (
          <b dir="auto">{name}</b>
        )}{' '}
        <a className="text-inherit" href={url} rel="nofollow ugc noopener">
          {date ? <PostDate date={date} lang={lang} /> : say.permalink}
        </a>
      </header>
      <p dir="auto" lang={reply.lang}>
        {text.map(({ text, url }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text stay in their order
          <Run key={index} text={text} url={url} />
        ))}
      </p>
    </article>
  )
}

/** A part of a text: a link, or lines of text. */
function Run({ text, url }: { text: string; url?: string }) {
  if (url)
    return (
      <a href={url} rel="nofollow ugc noopener">
        {text}
      </a>
    )
  const [first, ...lines] = text.split('\n')
  return (
    <>
      {first}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text stay in their order
        <Fragment key={index}>
          <br />
          {line}
        </Fragment>
      ))}
    </>
  )
}
