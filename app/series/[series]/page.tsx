import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostList } from '@/components/post-list'
import { blog } from '@/lib/blog/blog'
import { readRouteParam } from '@/lib/blog/route-param'
import { strings } from '@/lib/strings'

export const dynamicParams = false

export function generateStaticParams() {
  return blog.listSeries().map(({ series }) => ({ series: series.slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = blog.getSeries(readRouteParam((await params).series))
  if (!found) return {}
  const { series, posts } = found
  return blog.describePage({
    title: series.name,
    description: strings.seriesDescription(series.name, strings.postCount(posts.length)),
    path: series.url,
  })
}

export default async function SeriesPage({ params }: Props) {
  const found = blog.getSeries(readRouteParam((await params).series))
  if (!found) notFound()
  const { series, posts } = found
  return (
    <div className="column">
      <p className="frame-text text-quiet">{strings.series}</p>
      <h1>{series.name}</h1>
      <p className="frame-text mt-2 text-quiet">{strings.postCount(posts.length)}</p>
      <PostList posts={posts} siteLang={blog.site.language} />
    </div>
  )
}

interface Props {
  params: Promise<{ series: string }>
}
