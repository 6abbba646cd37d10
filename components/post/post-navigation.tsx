import type { PostSummary } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'

/** Links after a post: the next part of its series, similar posts, and the previous and next post. */
export function PostNavigation({ older, newer, next, related = [], lang }: Props) {
  const strings = stringsFor(lang)
  return (
    <>
      {next && (
        <p className="column mt-6">
          <Label>{strings.nextPart}</Label>
          <Title post={next} rel="next" />
        </p>
      )}
      {related.length > 0 && (
        <section aria-label={strings.related} className="column mt-6">
          <Label>{strings.related}</Label>
          <ul className="plain-list">
            {related.map((post) => (
              <li key={post.slug}>
                <Title post={post} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {(older || newer) && (
        <nav aria-label={strings.neighbors} className="column mt-6 grid gap-4 sm:grid-cols-2">
          {older && (
            <p>
              <Label>{strings.older}</Label>
              <Title post={older} rel="prev" />
            </p>
          )}
          {newer && (
            <p className="sm:col-start-2 sm:text-end">
              <Label>{strings.newer}</Label>
              <Title post={newer} rel="next" />
            </p>
          )}
        </nav>
      )}
    </>
  )
}

function Label({ children }: { children: string }) {
  return <span className="frame-text block text-quiet">{children}</span>
}

function Title({ post, rel }: { post: PostSummary; rel?: 'prev' | 'next' }) {
  return (
    <a className="title-link" dir="auto" href={post.url} lang={post.lang} rel={rel}>
      {post.title}
    </a>
  )
}

interface Props {
  older?: PostSummary
  newer?: PostSummary
  /** The next part of the series. */
  next?: PostSummary
  /** Posts with similar content. */
  related?: readonly PostSummary[]
  /** Of the interface. */
  lang: string
}
