import { PostEntry } from '@/components/lists/post-entry'
import { YearLinks } from '@/components/lists/year-links'
import type { Lists } from '@/lib/blog/lists/lists'
import type { YearPosts } from '@/lib/blog/lists/years'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { pageLanguage } from './page-language'

export function describeYear(lists: Lists, { year, url }: YearPosts) {
  return lists.describeList({ title: stringsFor(lists.language).postsFrom(year), path: url })
}

/** The posts of a year. */
export function Year({ lists, found }: { lists: Lists; found: YearPosts }) {
  const { language } = lists
  const strings = stringsFor(language)
  return (
    <SiteFrame lang={language} prefix={lists.prefix}>
      <div className="column" {...pageLanguage(lists)}>
        <p className="frame-text text-quiet">
          <a className="target" href={`${lists.prefix}/posts`}>
            {strings.posts}
          </a>
        </p>
        <h1>{found.year}</h1>
        <p className="frame-text mt-2 text-quiet">{strings.postCount(found.posts.length)}</p>
        <YearLinks here={found.year} lang={language} years={lists.listYears()} />
        {/* Without the year beside them: it is the heading of the page. */}
        <ul className="plain-list mt-6 grid gap-y-3">
          {found.posts.map((post) => (
            <PostEntry key={post.slug} post={post} siteLang={language} />
          ))}
        </ul>
      </div>
    </SiteFrame>
  )
}
