import { PostBody } from '@/components/body/post-body'
import { EmptyBlog } from '@/components/lists/empty-blog'
import { LanguageLinks } from '@/components/lists/language-links'
import { PinnedPosts } from '@/components/lists/pinned-posts'
import { PostList } from '@/components/lists/post-list'
import { blog } from '@/lib/blog/blog'
import type { Lists } from '@/lib/blog/lists/lists'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { inEveryLanguage, pageLanguage } from './page-language'

/** The home page shows only a few: the rest is in the list of all posts. */
const latest = 12

/** The metadata of the home page of a language. */
export function describeHome(lists: Lists) {
  const path = lists.prefix || '/'
  return lists.describeList({ path, translations: inEveryLanguage((each) => each.prefix || '/') })
}

/** The home page of a language. The author's introduction is on that of the main one. */
export async function Home({ lists }: { lists: Lists }) {
  const { language, prefix } = lists
  const posts = lists.posts()
  const others = posts.filter((post) => !post.pinned)
  const intro = prefix === '' ? await blog.readIntroduction() : undefined
  return (
    <SiteFrame lang={language} prefix={lists.prefix}>
      <div className="column" {...pageLanguage(lists)}>
        {prefix === '' ? (
          <h1 className="sr-only">{blog.site.title}</h1>
        ) : (
          <h1>{stringsFor(language).posts}</h1>
        )}
        {intro && intro.children.length > 0 && (
          <PostBody body={intro} className="prose text-lead" lang={language} />
        )}
        <LanguageLinks here={lists} lists={blog.listSections()} url={(each) => each.prefix || '/'} />
        <PinnedPosts posts={lists.listPinned()} siteLang={language} />
        {posts.length === 0 ? (
          <EmptyBlog lang={language} />
        ) : (
          <PostList posts={others.slice(0, latest)} siteLang={language} />
        )}
        {others.length > latest && (
          <p className="mt-6">
            <a className="target frame-text" href={`${prefix}/posts`}>
              {`${stringsFor(language).allPosts} →`}
            </a>
          </p>
        )}
      </div>
    </SiteFrame>
  )
}
