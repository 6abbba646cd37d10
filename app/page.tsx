import { PostBody } from '@/components/body/post-body'
import { EmptyBlog } from '@/components/lists/empty-blog'
import { PinnedPosts } from '@/components/lists/pinned-posts'
import { PostList } from '@/components/lists/post-list'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

/** The home page is a cover: the rest is in the list of all posts. */
const latest = 12

const { site } = blog
const strings = stringsFor(site.language)

export const metadata = blog.describePage({ path: '/' })

export default async function HomePage() {
  const posts = blog.listPosts()
  const pinned = blog.listPinned()
  const others = posts.filter((post) => !post.pinned)
  const intro = await blog.readIntroduction()
  return (
    <div className="column">
      <h1 className="sr-only">{site.title}</h1>
      {intro.children.length > 0 && (
        <div className="prose text-lead">
          <PostBody body={intro} lang={site.language} />
        </div>
      )}
      <PinnedPosts posts={pinned} siteLang={site.language} />
      {posts.length === 0 ? (
        <EmptyBlog lang={site.language} />
      ) : (
        <PostList posts={others.slice(0, latest)} siteLang={site.language} />
      )}
      {others.length > latest && (
        <p className="mt-6">
          <a className="target frame-text" href="/posts">
            {`${strings.allPosts} →`}
          </a>
        </p>
      )}
    </div>
  )
}
