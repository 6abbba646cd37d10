import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostList } from '@/components/post-list'
import { describePage } from '@/lib/blog/metadata'
import { readRouteParam } from '@/lib/blog/route-param'
import { getSeries, listSeries } from '@/lib/blog/series'
import { site } from '@/lib/blog/site'
import { strings } from '@/lib/strings'

export const dynamicParams = false

export function generateStaticParams() {
  return listSeries().map(({ series }) => ({ series: series.slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = getSeries(readRouteParam((await params).series))
  if (!found) return {}
  const { series, posts } = found
  return describePage({
    title: series.name,
    description: strings.seriesDescription(series.name, strings.postCount(posts.length)),
    path: series.url,
  })
}

export default async function SeriesPage({ params }: Props) {
  const found = getSeries(readRouteParam((await params).series))
  if (!found) notFound()
  const { series, posts } = found
  return (
    <div className="column">
      <p className="frame-text text-quiet">{strings.series}</p>
      <h1>{series.name}</h1>
      <p className="frame-text mt-2 text-quiet">{strings.postCount(posts.length)}</p>
      <PostList posts={posts} siteLang={site.language} />
    </div>
  )
}

interface Props {
  params: Promise<{ series: string }>
}
