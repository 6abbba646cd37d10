import { PostList } from '@/components/lists/post-list'
import type { Lists } from '@/lib/blog/lists/lists'
import type { SeriesPosts } from '@/lib/blog/lists/series'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { pageLanguage } from './page-language'

export function describeSeries(lists: Lists, { series, posts }: SeriesPosts) {
  const strings = stringsFor(lists.language)
  return lists.describeList({
    title: series.name,
    description: strings.seriesDescription(series.name, strings.postCount(posts.length)),
    path: series.url,
    feed: { url: series.url, title: series.name },
  })
}

/** The posts of a series, in reading order. */
export function Series({ lists, found }: { lists: Lists; found: SeriesPosts }) {
  const { language } = lists
  const strings = stringsFor(language)
  const { series, posts } = found
  return (
    <SiteFrame lang={language} prefix={lists.prefix}>
      <div className="column" {...pageLanguage(lists)}>
        <p className="frame-text text-quiet">{strings.series}</p>
        <h1 dir="auto">{series.name}</h1>
        <p className="frame-text mt-2 text-quiet">
          {`${strings.postCount(posts.length)} · `}
          <a className="target" href={`${series.url}/rss.xml`}>
            {strings.feed}
          </a>
        </p>
        <PostList posts={posts} siteLang={language} />
      </div>
    </SiteFrame>
  )
}
