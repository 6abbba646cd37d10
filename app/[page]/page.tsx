import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Article } from '@/components/post/article'
import { PageHeader } from '@/components/post/page-header'
import { blog } from '@/lib/blog/blog'
import { textAssets } from '@/lib/blog/body/body-assets'
import { readRouteParam } from '@/lib/blog/route-param'
import { interfaceLanguage } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { describeHome, Home } from '../_lists/home'
import { findLanguage, listLanguageSegments } from '../_lists/language-routes'
import { listOldUrls, redirectOldUrl } from '../_lists/old-urls-in-dev'

export const dynamicParams = false

export function generateStaticParams() {
  const old = listOldUrls().flatMap(([page, ...more]) => (page && more.length === 0 ? [page] : []))
  const slugs = [...blog.listPages().map(({ slug }) => slug), ...listLanguageSegments(), ...old]
  return [...new Set(slugs)].map((page) => ({ page }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = readRouteParam((await params).page)
  const page = await blog.getPage(slug)
  if (page) return blog.describeDocument(page)
  const lists = findLanguage(slug)
  return lists ? describeHome(lists) : {}
}

/** A page of the author, or the home page of another language. */
export default async function AuthorPage({ params }: Props) {
  const slug = readRouteParam((await params).page)
  const page = await blog.getPage(slug)
  const lists = page ? undefined : findLanguage(slug)
  if (lists) return <Home lists={lists} />
  if (!page) {
    redirectOldUrl(slug)
    notFound()
  }
  return (
    <SiteFrame lang={page.lang} prefix={blog.prefixOf(page)}>
      <Article
        document={page}
        header={<PageHeader lang={interfaceLanguage(page.lang, blog.site.language)} page={page} />}
        site={blog.site}
        assets={textAssets(page)}
      />
    </SiteFrame>
  )
}

interface Props {
  params: Promise<{ page: string }>
}
