import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostList } from '@/components/lists/post-list'
import { YearLinks } from '@/components/lists/year-links'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

export const dynamicParams = false

const { language } = blog.site
const strings = stringsFor(language)

export function generateStaticParams() {
  return blog.listYears().map(({ year }) => ({ year }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = blog.getYear((await params).year)
  if (!found) return {}
  return blog.describePage({ title: strings.postsFrom(found.year), path: found.url })
}

export default async function YearPage({ params }: Props) {
  const found = blog.getYear((await params).year)
  if (!found) notFound()
  return (
    <div className="column">
      <p className="frame-text text-quiet">
        <a className="target" href="/posts">
          {strings.posts}
        </a>
      </p>
      <h1>{found.year}</h1>
      <p className="frame-text mt-2 text-quiet">{strings.postCount(found.posts.length)}</p>
      <YearLinks lang={language} years={blog.listYears()} />
      <PostList posts={found.posts} siteLang={language} />
    </div>
  )
}

interface Props {
  params: Promise<{ year: string }>
}
