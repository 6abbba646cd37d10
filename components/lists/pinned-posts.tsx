import type { PostSummary } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'
import { PostEntry } from './post-entry'

/** The pinned posts. Nothing if there are none. */
export function PinnedPosts({ posts, siteLang }: { posts: readonly PostSummary[]; siteLang: string }) {
  if (posts.length === 0) return null
  return (
    <section className="relative mt-6">
      {/* Longer than a year: beside the posts only where the margin holds a word of every language. */}
      <h2 className="frame-text mb-2 font-normal text-quiet lg:absolute lg:end-full lg:me-4 lg:mt-1 lg:w-max">
        {stringsFor(siteLang).pinned}
      </h2>
      <ul className="plain-list grid gap-y-3">
        {posts.map((post) => (
          <PostEntry form="full" key={post.slug} post={post} siteLang={siteLang} />
        ))}
      </ul>
    </section>
  )
}
