import { Feed } from 'feed'
import { blog } from '@/lib/blog/blog'
import { FEED_TYPE, writeAtom } from '@/lib/blog/machines/feed-formats'
import { latestComments } from '@/lib/responses/comments/list-comments'
import type { Responses } from '@/lib/responses/responses'
import { languageOf, stringsOf } from './language'
import { findPost } from './serve'

/** The newest comments as an Atom feed: of one post, or of all. */
export async function showFeed(
  { store }: Responses,
  post?: { slug: string; title: string; url: string; lang: string },
): Promise<Response> {
  const { site } = blog
  const say = stringsOf(post)
  const absoluteUrl = (path: string) => new URL(path, site.url).href
  const self = absoluteUrl(post ? `/api/comments/${post.slug}` : '/api/comments')
  const comments = await latestComments(store, post?.slug)
  const feed = new Feed({
    id: self,
    title: say.feedTitle(post?.title ?? site.title),
    link: absoluteUrl(post?.url ?? '/'),
    language: languageOf(post),
    feedLinks: { atom: self },
    stylesheet: '/feed.css',
    updated: new Date(comments[0]?.created ?? 0),
    generator: 'Quire',
  })
  for (const comment of comments) {
    const about = findPost(comment.slug)
    if (!about) continue
    const url = absoluteUrl(`/api/responses/${comment.slug}#comment-${comment.id}`)
    feed.addItem({
      id: url,
      link: url,
      title: say.feedItem(comment.name, about.title),
      content: comment.html,
      date: new Date(comment.edited || comment.created),
      published: new Date(comment.created),
      author: [{ name: comment.name, ...(comment.site && { link: comment.site }) }],
    })
  }
  return new Response(writeAtom(feed), {
    headers: {
      'Content-Type': `${FEED_TYPE}; charset=utf-8`,
      'Cache-Control': 'public, max-age=0, s-maxage=300, stale-while-revalidate=600',
    },
  })
}
