import { blog } from '@/lib/blog/blog'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import { FEED_FORMATS } from '@/lib/blog/machines/feed-formats'
import { decodePercent } from '@/lib/urls/decode'
import { listLanguageFeeds } from '../_lists/language-routes'
import { respondWith } from '../feed-route'

// Old URLs, each prerendered: they cost readers of current pages nothing, and an unknown one gets the
// prerendered 404. Measured: ten thousand of them take 23 s of a build, 2.3 ms each, and no time of a page view; a proxy
// would run before every page.
export const dynamic = 'force-static'
export const dynamicParams = false

const redirects = blog.listRedirects()
// The feeds of other languages, which have no separate routes.
const feeds = listLanguageFeeds([...FEED_FORMATS.keys()])

export function generateStaticParams() {
  const paths = [...new Set([...redirects.keys(), ...feeds.keys()])]
  return leaveOutKept(paths, (path) => path).map((path) => ({ path: path.slice(1).split('/') }))
}

export async function GET(_request: Request, { params }: Props) {
  const path = `/${(await params).path.join('/')}`
  const feed = feeds.get(path) ?? feeds.get(decodePercent(path))
  if (feed) return respondWith(feed.format, feed.create())
  const location = redirects.get(path)
  return location
    ? new Response(null, { status: 308, headers: { Location: location } })
    : new Response(null, { status: 404 })
}

interface Props {
  params: Promise<{ path: string[] }>
}
