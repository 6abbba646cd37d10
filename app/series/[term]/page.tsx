import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostList } from '@/components/lists/post-list'
import { blog } from '@/lib/blog/blog'
import { readRouteParam } from '@/lib/blog/route-param'
import { stringsFor } from '@/lib/strings'

const strings = stringsFor(blog.site.language)

export const dynamicParams = false

export function generateStaticParams() {
  return blog.listSeries().map(({ series }) => ({ term: series.slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = blog.getSeries(readRouteParam((await params).term))
  if (!found) return {}
  const { series, posts } = found
  return blog.describePage({
    title: series.name,
    description: strings.seriesDescription(series.name, strings.postCount(posts.length)),
    path: series.url,
    feed: { url: series.url, title: series.name },
  })
}

export default async function SeriesPage({ params }: Props) {
  const found = blog.getSeries(readRouteParam((await params).term))
  if (!found) notFound()
  const { series, posts } = found
  return (
    <div className="column">
      <p className="frame-text text-quiet">{strings.series}</p>
      <h1 dir="auto">{series.name}</h1>
      <p className="frame-text mt-2 text-quiet">
        {`${strings.postCount(posts.length)} · `}
        <a className="target" href={`${series.url}/rss.xml`}>
          {strings.feed}
        </a>
      </p>
      <PostList posts={posts} siteLang={blog.site.language} />
    </div>
  )
}

interface Props {
  params: Promise<{ term: string }>
}
