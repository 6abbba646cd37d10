import { EmptyBlog } from '@/components/lists/empty-blog'
import { LanguageLinks } from '@/components/lists/language-links'
import { ListPage } from '@/components/lists/list-page'
import { Pager } from '@/components/lists/pager'
import { PostList } from '@/components/lists/post-list'
import { YearLinks } from '@/components/lists/year-links'
import { blog } from '@/lib/blog/blog'
import type { Lists } from '@/lib/blog/lists/lists'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { inEveryLanguage, pageLanguage } from './page-language'

/** The metadata of the list of all posts of a language. */
export function describePosts(lists: Lists) {
  const strings = stringsFor(lists.language)
  return lists.describeList({
    title: strings.posts,
    description: strings.postsDescription(blog.site.title),
    path: `${lists.prefix}/posts`,
    translations: inEveryLanguage((each) => `${each.prefix}/posts`),
  })
}

/** The newest page of the list of all posts of a language. */
export function Posts({ lists }: { lists: Lists }) {
  const { language } = lists
  const [page] = lists.paginatePosts()
  return (
    <SiteFrame lang={language} prefix={lists.prefix}>
      <div className="column" {...pageLanguage(lists)}>
        <h1>{stringsFor(language).posts}</h1>
        <YearLinks lang={language} years={lists.listYears()} />
        <LanguageLinks here={lists} lists={blog.listSections()} url={(each) => `${each.prefix}/posts`} />
        {page && page.posts.length > 0 ? (
          <>
            <PostList posts={page.posts} siteLang={language} />
            <Pager lang={language} page={page} />
          </>
        ) : (
          <EmptyBlog lang={language} />
        )}
      </div>
    </SiteFrame>
  )
}

/** The metadata of a numbered page of that list. */
export function describeNumbered(lists: Lists, number: string) {
  const page = lists.findPostsPage(number)
  if (!page) return {}
  const title = stringsFor(lists.language).pageOf(page.number, page.count)
  return lists.describeList({ title, path: page.url })
}

/** A numbered page of that list. */
export function NumberedPosts({ lists, number }: { lists: Lists; number: string }) {
  const page = lists.findPostsPage(number)
  if (!page) return null
  const strings = stringsFor(lists.language)
  return (
    <SiteFrame lang={lists.language} prefix={lists.prefix}>
      <ListPage
        above={{ label: strings.posts, href: `${lists.prefix}/posts` }}
        count={lists.posts().length}
        lang={lists.language}
        own={pageLanguage(lists)}
        page={page}
        title={strings.pageOf(page.number, page.count)}
      />
    </SiteFrame>
  )
}
