import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Article } from '@/components/post/article'
import { JsonLd } from '@/components/post/json-ld'
import { PostHeader } from '@/components/post/post-header'
import { PostNavigation } from '@/components/post/post-navigation'
import { Responses } from '@/components/responses/responses'
import { ThreadReplies } from '@/components/responses/thread-replies'
import { blog } from '@/lib/blog/blog'
import { textAssets } from '@/lib/blog/body/body-assets'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import { jsonLdOf } from '@/lib/blog/machines/json-ld'
import { readRouteParam } from '@/lib/blog/route-param'
import { findThreads } from '@/lib/responses/kept/find-threads'
import { interfaceLanguage } from '@/lib/strings'
import { SiteFrame } from '../../_frame/site-frame'

export const dynamicParams = false

export function generateStaticParams() {
  return leaveOutKept(blog.listPosts(), ({ url }) => url).map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await blog.getPostPage(readRouteParam((await params).slug))
  return page ? blog.describePost(page.post) : {}
}

export default async function PostPage({ params }: Props) {
  const page = await blog.getPostPage(readRouteParam((await params).slug))
  if (!page) notFound()
  const { post, part, authors, translations, related, prefix } = page
  return (
    <SiteFrame lang={post.lang} prefix={prefix}>
      {blog.site.responses?.webmentions && <link href="/api/webmention" rel="webmention" />}
      <JsonLd json={jsonLdOf(blog.site, post, blog.shareImageOf(post))} />
      <Article
        document={post}
        header={
          <PostHeader
            authors={authors}
            part={part}
            post={post}
            site={blog.site}
            translations={translations}
          />
        }
        site={blog.site}
        assets={textAssets(post)}
      >
        {post.thread && <ThreadReplies lang={blog.site.language} thread={post.thread} />}
        <Responses
          isOpen={blog.site.responses !== undefined}
          kept={await findThreads(post.slug)}
          lang={blog.site.language}
          slug={post.slug}
        />
        <PostNavigation
          lang={interfaceLanguage(post.lang, blog.site.language)}
          newer={post.newer}
          next={part?.posts[part.number]}
          older={post.older}
          related={related}
        />
      </Article>
    </SiteFrame>
  )
}

interface Props {
  params: Promise<{ slug: string }>
}
