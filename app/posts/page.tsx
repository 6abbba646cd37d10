import { EmptyBlog } from '@/components/lists/empty-blog'
import { Pager } from '@/components/lists/pager'
import { PostList } from '@/components/lists/post-list'
import { YearLinks } from '@/components/lists/year-links'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

const { language, title } = blog.site
const strings = stringsFor(language)

export const metadata = blog.describePage({
  title: strings.posts,
  description: strings.postsDescription(title),
  path: '/posts',
})

export default function PostsPage() {
  const [page] = blog.paginatePosts()
  return (
    <div className="column">
      <h1>{strings.posts}</h1>
      <YearLinks lang={language} years={blog.listYears()} />
      {page && page.posts.length > 0 ? (
        <>
          <PostList posts={page.posts} siteLang={language} />
          <Pager lang={language} page={page} />
        </>
      ) : (
        <EmptyBlog lang={language} />
      )}
    </div>
  )
}
