import { blog } from '@/lib/blog/blog'
import { toMarkdownText } from '@/lib/blog/machines/markdown-text'
import { readRouteParam } from '@/lib/blog/route-param'

/** `/posts/<slug>.md` in `dev`; a build writes files instead (lib/build/machine-texts). */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const post = await blog.getPost(readRouteParam((await params).slug))
  if (!post) return new Response('Not found\n', { status: 404 })
  return new Response(await toMarkdownText(blog.site, post), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  })
}

interface Props {
  params: Promise<{ slug: string }>
}
