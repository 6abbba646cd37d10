import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Article } from '@/components/article'
import { PageHeader } from '@/components/page-header'
import { textAssets } from '@/lib/blog/body/body-assets'
import { describeDocument, describePage } from '@/lib/blog/metadata'
import { getPage, listPages } from '@/lib/blog/posts'
import { readRouteParam } from '@/lib/blog/route-param'
import { site } from '@/lib/blog/site'

export const dynamicParams = false

export function generateStaticParams() {
  return listPages().map(({ slug }) => ({ page: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await getPage(readRouteParam((await params).page))
  return page ? describePage(describeDocument(page)) : {}
}

export default async function AuthorPage({ params }: Props) {
  const page = await getPage(readRouteParam((await params).page))
  if (!page) notFound()
  return <Article document={page} header={<PageHeader page={page} />} site={site} assets={textAssets(page)} />
}

interface Props {
  params: Promise<{ page: string }>
}
