import { blog } from '@/lib/blog/blog'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import type { FeedKind } from '@/lib/blog/lists/term-lists'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { readRouteParam } from '@/lib/blog/route-param'

/** The feed of all posts in one format: `rss.xml`, `atom.xml` or `feed.json`. */
export function respondWithFeed(format: string): Promise<Response> {
  return respondWith(format, blog.lists.createFeed())
}

/** The parts of a route `/<kind>/<term>/<feed>`, the same for each kind. */
export function feedRoute(kind: FeedKind) {
  return {
    generateStaticParams: () =>
      leaveOutKept(
        blog.lists
          .listFeedTerms(kind)
          .flatMap((term) => [...FEED_FORMATS.keys()].map((feed) => ({ term, feed }))),
        ({ term, feed }) => `/${kind}/${term}/${feed}`,
      ),

    async GET(_request: Request, { params }: Props): Promise<Response> {
      const { term, feed } = await params
      return respondWith(feed, blog.lists.createFeed(kind, readRouteParam(term)))
    },
  }
}

/** A feed in the format of the last segment of its URL. */
export async function respondWith(
  name: string,
  created: ReturnType<typeof blog.lists.createFeed>,
): Promise<Response> {
  const format = FEED_FORMATS.get(name)
  const feed = await created
  if (!format || !feed) return new Response('Not found\n', { status: 404 })
  return new Response(format.write(feed), { headers: { 'content-type': `${format.type}; charset=utf-8` } })
}

interface Props {
  params: Promise<{ term: string; feed: string }>
}
