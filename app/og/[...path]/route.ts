import { blog } from '@/lib/blog/blog'
import { drawCard } from '@/lib/share-images/draw-card'
import { keepImage } from '@/lib/share-images/kept-images'
import { decodePercent } from '@/lib/urls/decode'

// Rendered on the first request: rendering a picture for each post at build time would take minutes.
export const dynamic = 'force-dynamic'

/**
 * The share image of a post, a page or the site. Its URL contains a hash of what it shows; any other URL is not found.
 */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { path } = await params
  const found = blog.findShareImage(`/og/${path.map(decodePercent).map(encodeURIComponent).join('/')}`)
  if (!found) return new Response('Not found\n', { status: 404, headers: { 'cache-control': 'no-store' } })
  const { card, colors } = found
  const png = await keepImage(path.at(-1) ?? '', () => drawCard(card, colors))
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      // For the browser, and for the cache of the hosting platform.
      'cache-control': 'public, max-age=31536000, s-maxage=31536000, immutable',
    },
  })
}

interface Props {
  params: Promise<{ path: string[] }>
}
