import type { ListPage as Page } from '@/lib/blog/lists/pagination'
import type { PostSummary } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'
import { Pager } from './pager'
import { PostList } from './post-list'

/** A page of related posts: what they have in common, their number, their feed, and the posts. */
export function ListPage({ above, title, count, feed, page, lang, own }: Props) {
  const strings = stringsFor(lang)
  return (
    <div className="column" {...own}>
      <p className="frame-text text-quiet">
        {above.href ? (
          <a className="target" href={above.href}>
            {above.label}
          </a>
        ) : (
          above.label
        )}
      </p>
      <h1 dir="auto">{title}</h1>
      <p className="frame-text mt-2 text-quiet">
        {strings.postCount(count)}
        {feed && (
          <>
            {' · '}
            <a className="target" href={feed}>
              {strings.feed}
            </a>
          </>
        )}
      </p>
      <PostList posts={page.posts} siteLang={lang} />
      <Pager lang={lang} page={page} />
    </div>
  )
}

interface Props {
  /** The kind of list, and the URL of all lists of that kind. */
  above: { label: string; href?: string }
  title: string
  /** Number of posts on all pages. */
  count: number
  /** URL of the RSS feed of these posts. */
  feed?: string
  page: Page<PostSummary>
  /** Of the interface. */
  lang: string
  /** If the page's language differs from the layout's. */
  own?: { lang?: string; dir?: 'ltr' | 'rtl' }
}
