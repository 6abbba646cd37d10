import { PostList } from '@/components/lists/post-list'
import { YearLinks } from '@/components/lists/year-links'
import type { Lists } from '@/lib/blog/lists/lists'
import type { YearPosts } from '@/lib/blog/lists/years'
import { stringsFor } from '@/lib/strings'
import { pageLanguage } from './page-language'

export function describeYear(lists: Lists, { year, url }: YearPosts) {
  return lists.describeList({ title: stringsFor(lists.language).postsFrom(year), path: url })
}

/** The posts of a year. */
export function Year({ lists, found }: { lists: Lists; found: YearPosts }) {
  const { language } = lists
  const strings = stringsFor(language)
  return (
    <div className="column" {...pageLanguage(lists)}>
      <p className="frame-text text-quiet">
        <a className="target" href={`${lists.prefix}/posts`}>
          {strings.posts}
        </a>
      </p>
      <h1>{found.year}</h1>
      <p className="frame-text mt-2 text-quiet">{strings.postCount(found.posts.length)}</p>
      <YearLinks lang={language} years={lists.listYears()} />
      <PostList posts={found.posts} siteLang={language} />
    </div>
  )
}
