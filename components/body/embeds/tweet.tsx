import type { ReactNode } from 'react'
import { formatDate } from '@/lib/dates'
import type { TweetBase, TweetSnapshot } from '@/lib/snapshots/snapshot'
import { stringsFor } from '@/lib/strings'
import { shortenAddress } from './address'
import { EmbedFrame } from './embed-frame'
import type { EmbedProps } from './embed-props'
import { LinkCard } from './link-card'
import { StoredImage } from './stored-image'
import { TweetMedia } from './tweet-media'

/**
 * A tweet as a quotation with its author. Without a snapshot: what the author pasted, or a link card with the author's
 * name. The snapshot only contributes text and attributes, never HTML.
 */
export function Tweet(props: EmbedProps): ReactNode {
  const { snapshot, lang = 'en', pasted, children } = props
  if (snapshot?.outcome !== 'data' || snapshot.content.kind !== 'tweet') {
    return pasted ? <EmbedFrame {...props}>{children}</EmbedFrame> : <LinkCard {...props} />
  }
  const { tweet } = snapshot.content
  return (
    <EmbedFrame {...props}>
      {tweet.parent && <Quotation lang={lang} tweet={tweet.parent} />}
      <Quotation answered={tweet.parent ? undefined : tweet.replyTo} lang={lang} tweet={tweet}>
        {tweet.quoted && <Quotation lang={lang} tweet={tweet.quoted} />}
      </Quotation>
      {tweet.replies?.map((reply) => (
        <Quotation key={reply.url} lang={lang} tweet={reply} />
      ))}
    </EmbedFrame>
  )
}

function Quotation({ tweet, lang, answered, children }: QuotationProps): ReactNode {
  return (
    <blockquote cite={tweet.url} className="tweet">
      <Author tweet={tweet} />
      {answered && (
        <a className="tweet-answered" href={answered.url}>
          {stringsFor(lang).answering(`@${answered.handle}`)}
        </a>
      )}
      <Text lang={lang} tweet={tweet} />
      <TweetMedia lang={lang} media={tweet.media} url={tweet.url} />
      {children}
      <a className="tweet-date" href={tweet.url}>
        {tweet.date ? (
          <time dateTime={tweet.date}>{formatDate(tweet.date, lang)}</time>
        ) : (
          shortenAddress(tweet.url)
        )}
      </a>
    </blockquote>
  )
}

function Author({ tweet: { author } }: { tweet: TweetBase }): ReactNode {
  return (
    <div className="tweet-author">
      {author.avatar ? (
        <StoredImage picture={author.avatar} />
      ) : (
        <span aria-hidden="true">{initial(author.name)}</span>
      )}
      <cite>{author.name}</cite>
      {author.handle && <a href={author.url}>@{author.handle}</a>}
    </div>
  )
}

/** Line breaks stay: the style sheet keeps them. */
function Text({ tweet, lang }: { tweet: TweetBase; lang: string }): ReactNode {
  if (tweet.text.length === 0) return null
  return (
    <p className="tweet-text" dir="auto" lang={tweet.lang}>
      {tweet.text.map(({ text, url }, index) => {
        if (!url) return text
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text stay in their order
          <a href={url} key={index}>
            {text}
          </a>
        )
      })}
      {tweet.truncated && (
        <>
          {' '}
          <a href={tweet.url}>{stringsFor(lang).readOn}</a>
        </>
      )}
    </p>
  )
}

/** Shown if there is no picture of the author. */
function initial(name: string): string {
  return Array.from(name)[0]?.toUpperCase() ?? ''
}

interface QuotationProps {
  tweet: TweetBase
  /** BCP 47, for the date. */
  lang: string
  /** The author it replies to, if that post itself is not shown. */
  answered?: TweetSnapshot['replyTo']
  children?: ReactNode
}
