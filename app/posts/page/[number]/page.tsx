import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { blog } from '@/lib/blog/blog'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import { describeNumbered, NumberedPosts } from '../../../_lists/posts'

export const dynamicParams = false

export function generateStaticParams() {
  return leaveOutKept(blog.lists.paginatePosts().slice(1), ({ url }) => url).map(({ number }) => ({
    number: String(number),
  }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return describeNumbered(blog.lists, (await params).number)
}

export default async function NumberedPostsPage({ params }: Props) {
  const { number } = await params
  if (!blog.lists.findPostsPage(number)) notFound()
  return <NumberedPosts lists={blog.lists} number={number} />
}

interface Props {
  params: Promise<{ number: string }>
}
