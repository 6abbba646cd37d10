import { PostBody } from '@/components/body/post-body'
import { EmptyBlog } from '@/components/empty-blog'
import { PostList } from '@/components/post-list'
import { blog } from '@/lib/blog/blog'
import { strings } from '@/lib/strings'

/** The home page is a cover: the rest stands in the list of all posts. */
const latest = 12

export const metadata = blog.describePage({ path: '/' })

export default async function HomePage() {
  const { site } = blog
  const posts = blog.listPosts()
  const intro = await blog.readIntroduction()
  return (
    <div className="column">
      <h1 className="sr-only">{site.title}</h1>
      {intro.children.length > 0 && (
        <div className="prose text-lead">
          <PostBody body={intro} />
        </div>
      )}
      {posts.length === 0 ? (
        <EmptyBlog />
      ) : (
        <PostList posts={posts.slice(0, latest)} siteLang={site.language} />
      )}
      {posts.length > latest && (
        <p className="mt-6">
          <a className="target frame-text" href="/posts">
            {`${strings.allPosts} →`}
          </a>
        </p>
      )}
    </div>
  )
}
