import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostList } from '@/components/post-list'
import { blog } from '@/lib/blog/blog'
import { readRouteParam } from '@/lib/blog/route-param'
import { strings } from '@/lib/strings'

export const dynamicParams = false

export function generateStaticParams() {
  return blog.listTags().map(({ slug }) => ({ tag: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = blog.getTag(readRouteParam((await params).tag))
  if (!found) return {}
  const title = strings.taggedPosts(found.tag.name)
  return blog.describePage({
    title,
    description: `${title}: ${strings.postCount(found.posts.length)}.`,
    path: found.tag.url,
  })
}

export default async function TagPage({ params }: Props) {
  const found = blog.getTag(readRouteParam((await params).tag))
  if (!found) notFound()
  const { tag, posts } = found
  return (
    <div className="column">
      <p className="frame-text text-quiet">
        <a className="target" href="/tags">
          {strings.tags}
        </a>
      </p>
      <h1>{tag.name}</h1>
      <p className="frame-text mt-2 text-quiet">{strings.postCount(posts.length)}</p>
      <PostList posts={posts} siteLang={blog.site.language} />
    </div>
  )
}

interface Props {
  params: Promise<{ tag: string }>
}
