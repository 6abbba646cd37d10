import { blog } from '@/lib/blog/blog'
import { toLlmsText } from '@/lib/blog/machines/markdown-text'

export const dynamic = 'force-static'

export function GET(): Response {
  return new Response(toLlmsText(blog.site, blog.listPosts()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
