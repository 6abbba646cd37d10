import type { ListPage as Page } from '@/lib/blog/lists/pagination'
import type { PostSummary } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'
import { Pager } from './pager'
import { PostList } from './post-list'

/** A page of posts that belong together: what they share, how many they are, their feed, and the posts. */
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
  /** What kind of list this is, and where all of that kind are. */
  above: { label: string; href?: string }
  title: string
  /** Number of posts on all pages. */
  count: number
  /** URL of the RSS feed of these posts. */
  feed?: string
  page: Page<PostSummary>
  /** Of the interface. */
  lang: string
  /** Where the page is in another language than the frame around it. */
  own?: { lang?: string; dir?: 'ltr' | 'rtl' }
}
