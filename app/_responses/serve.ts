import { blog } from '@/lib/blog/blog'
import { contentIndex } from '@/lib/blog/generated/content-index'
import { enhancement } from '@/lib/blog/generated/enhancement'
import type { ResponsesSettings } from '@/lib/model/document'
import type { PostSummary } from '@/lib/model/post'
import { keepVerifying } from '@/lib/responses/mentions/keep-verifying'
import { openResponses, type Responses } from '@/lib/responses/responses'
import { mentionTargets } from './mention-targets'

/** What every route of responses needs. @throws if responses are off: then there are no such routes */
export async function serve(): Promise<Responses> {
  const responses = await openResponses(settings())
  if (responses.settings.webmentions) keepVerifying(responses.store, mentionTargets)
  return responses
}

export function settings(): ResponsesSettings {
  if (!blog.site.responses) throw new Error('Responses are off in site.yaml.')
  return blog.site.responses
}

/** A published post, and whether it accepts comments. */
export function findPost(slug: string): (PostSummary & { takesComments: boolean }) | undefined {
  const post = blog.listPosts().find((each) => each.slug === slug)
  if (!post) return undefined
  const takesComments = contentIndex.posts.find((each) => each.slug === slug)?.comments !== false
  return { ...post, takesComments: takesComments && settings().comments !== undefined }
}

/** Files that pages of responses need. */
export function responsesFiles() {
  if (!enhancement.responses)
    throw new Error('Run `npm run generate` again: responses have been switched on since.')
  return enhancement.responses
}

/**
 * @param cache `shared`: the same for everybody, so a CDN may cache it for a minute and serve it for ten more while it
 * revalidates
 */
export function htmlResponse(html: string, { status = 200, cache = 'none' }: HtmlOptions = {}): Response {
  return new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...cacheHeaders(cache) },
  })
}

export function jsonResponse(value: unknown, { status = 200, cache = 'none' }: HtmlOptions = {}): Response {
  return Response.json(value, { status, headers: cacheHeaders(cache) })
}

/** Sends the browser to a page that it may load again without sending the form again. */
export function seeOther(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', ...headers },
  })
}

/**
 * The edge may show what is a minute old. The browser may not: who has just answered wants to see it.
 * @see https://www.rfc-editor.org/rfc/rfc9213
 */
function cacheHeaders(cache: 'shared' | 'none'): Record<string, string> {
  return cache === 'none'
    ? { 'Cache-Control': 'no-store' }
    : {
        'Cache-Control': 'public, max-age=0, must-revalidate',
        'CDN-Cache-Control': 'max-age=60, stale-while-revalidate=600',
      }
}

interface HtmlOptions {
  status?: number
  cache?: 'shared' | 'none'
}
