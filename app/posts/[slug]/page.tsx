import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Article } from '@/components/article'
import { PostHeader } from '@/components/post-header'
import { PostNavigation } from '@/components/post-navigation'
import { textAssets } from '@/lib/blog/body/body-assets'
import { describePost } from '@/lib/blog/metadata'
import { getPost, listPosts } from '@/lib/blog/posts'
import { readRouteParam } from '@/lib/blog/route-param'
import { partOf } from '@/lib/blog/series'
import { site } from '@/lib/blog/site'

export const dynamicParams = false

export function generateStaticParams() {
  return listPosts().map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await getPost(readRouteParam((await params).slug))
  return post ? describePost(post) : {}
}

export default async function PostPage({ params }: Props) {
  const post = await getPost(readRouteParam((await params).slug))
  if (!post) notFound()
  return (
    <Article
      document={post}
      header={<PostHeader part={partOf(post)} post={post} site={site} />}
      site={site}
      assets={textAssets(post)}
    >
      <PostNavigation newer={post.newer} older={post.older} />
    </Article>
  )
}

interface Props {
  params: Promise<{ slug: string }>
}
