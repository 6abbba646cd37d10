import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListPage } from '@/components/lists/list-page'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

export const dynamicParams = false

const strings = stringsFor(blog.site.language)

export function generateStaticParams() {
  return blog
    .paginatePosts()
    .slice(1)
    .map(({ number }) => ({ number: String(number) }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = blog.findPostsPage((await params).number)
  if (!page) return {}
  return blog.describePage({ title: strings.pageOf(page.number, page.count), path: page.url })
}

export default async function NumberedPostsPage({ params }: Props) {
  const page = blog.findPostsPage((await params).number)
  if (!page) notFound()
  return (
    <ListPage
      above={{ label: strings.posts, href: '/posts' }}
      count={blog.listPosts().length}
      lang={blog.site.language}
      page={page}
      title={strings.pageOf(page.number, page.count)}
    />
  )
}

interface Props {
  params: Promise<{ number: string }>
}
