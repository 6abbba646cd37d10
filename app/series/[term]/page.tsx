import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { blog } from '@/lib/blog/blog'
import { readRouteParam } from '@/lib/blog/route-param'
import { describeSeries, Series } from '../../_lists/series'

export const dynamicParams = false

export function generateStaticParams() {
  return blog.lists.listSeries().map(({ series }) => ({ term: series.slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = blog.lists.getSeries(readRouteParam((await params).term))
  return found ? describeSeries(blog.lists, found) : {}
}

export default async function SeriesPage({ params }: Props) {
  const found = blog.lists.getSeries(readRouteParam((await params).term))
  if (!found) notFound()
  return <Series found={found} lists={blog.lists} />
}

interface Props {
  params: Promise<{ term: string }>
}
