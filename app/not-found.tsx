import { PostList } from '@/components/lists/post-list'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

const strings = stringsFor(blog.site.language)

export const metadata = { title: strings.notFoundTitle, robots: { index: false } }

/** Few, so that the suggestions below are visible. */
const offered = 3

export default function NotFound() {
  const posts = blog.lists.posts()
  return (
    <div className="column">
      <p className="frame-text text-quiet">404</p>
      <h1>{strings.notFoundTitle}</h1>
      <p className="mt-4">{strings.notFoundText}</p>
      {posts.length > 0 && (
        <>
          <h2 className="mt-6">{strings.notFoundLatest}</h2>
          <PostList headingLevel={3} posts={posts.slice(0, offered)} siteLang={blog.site.language} />
          <p className="mt-6">
            <a className="target frame-text" href="/posts">
              {`${strings.allPosts} →`}
            </a>
          </p>
        </>
      )}
      {/* Filled by the enhancement script, in the free space below, so that nothing moves. */}
      <div className="prose suggested" data-nearest="/search" hidden>
        <h2>{strings.notFoundNearest}</h2>
      </div>
    </div>
  )
}
