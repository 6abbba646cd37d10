import type { Metadata } from 'next'
import { PostList } from '@/components/lists/post-list'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from './_frame/site-frame'
import RootLayout, { metadata as siteMetadata } from './layout'

const strings = stringsFor(blog.site.language)

// No layout is around this page, so it brings what a layout gives to others.
export { viewport } from './layout'
export const metadata: Metadata = {
  ...siteMetadata,
  title: `${strings.notFoundTitle} — ${blog.site.title}`,
  robots: { index: false },
}

/** Few: who is here looked for something else. */
const offered = 3

export default function NotFound() {
  const posts = blog.lists.posts()
  return (
    <RootLayout>
      <SiteFrame>
        <div className="column">
          <p className="frame-text text-quiet">404</p>
          <h1>{strings.notFoundTitle}</h1>
          <p className="mt-4">{strings.notFoundText}</p>
          {posts.length > 0 && (
            <>
              <p className="mt-4">
                <a className="target frame-text" href="/posts">
                  {`${strings.allPosts} →`}
                </a>
              </p>
              {/* The enhancement script replaces them where a URL is similar. */}
              <section data-heading={strings.notFoundNearest} data-nearest="/search">
                <h2 className="mt-6">{strings.notFoundLatest}</h2>
                <PostList headingLevel={3} posts={posts.slice(0, offered)} siteLang={blog.site.language} />
              </section>
            </>
          )}
        </div>
      </SiteFrame>
    </RootLayout>
  )
}
