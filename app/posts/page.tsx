import { EmptyBlog } from '@/components/empty-blog'
import { PostList } from '@/components/post-list'
import { describePage } from '@/lib/blog/metadata'
import { listPosts } from '@/lib/blog/posts'
import { site } from '@/lib/blog/site'
import { strings } from '@/lib/strings'

export const metadata = describePage({
  title: strings.posts,
  description: strings.postsDescription(site.title),
  path: '/posts',
})

export default function PostsPage() {
  const posts = listPosts()
  return (
    <div className="column">
      <h1>{strings.posts}</h1>
      {posts.length === 0 ? <EmptyBlog /> : <PostList posts={posts} siteLang={site.language} />}
    </div>
  )
}
