import { EmptyBlog } from '@/components/empty-blog'
import { PostList } from '@/components/post-list'
import { blog } from '@/lib/blog/blog'
import { strings } from '@/lib/strings'

export const metadata = blog.describePage({
  title: strings.posts,
  description: strings.postsDescription(blog.site.title),
  path: '/posts',
})

export default function PostsPage() {
  const posts = blog.listPosts()
  return (
    <div className="column">
      <h1>{strings.posts}</h1>
      {posts.length === 0 ? <EmptyBlog /> : <PostList posts={posts} siteLang={blog.site.language} />}
    </div>
  )
}
