import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Article } from '@/components/post/article'
import { PageHeader } from '@/components/post/page-header'
import { blog } from '@/lib/blog/blog'
import { textAssets } from '@/lib/blog/body/body-assets'
import { readRouteParam } from '@/lib/blog/route-param'
import { interfaceLanguage } from '@/lib/strings'

export const dynamicParams = false

export function generateStaticParams() {
  return blog.listPages().map(({ slug }) => ({ page: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await blog.getPage(readRouteParam((await params).page))
  return page ? blog.describeDocument(page) : {}
}

export default async function AuthorPage({ params }: Props) {
  const page = await blog.getPage(readRouteParam((await params).page))
  if (!page) notFound()
  return (
    <Article
      document={page}
      header={<PageHeader lang={interfaceLanguage(page.lang, blog.site.language)} page={page} />}
      site={blog.site}
      assets={textAssets(page)}
    />
  )
}

interface Props {
  params: Promise<{ page: string }>
}
