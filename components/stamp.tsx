import type { PostSummary } from '@/lib/model/post'
import { strings } from '@/lib/strings'

/** A small stamp on what readers do not see yet: a draft, or a post whose day has not come. */
export function Stamp({
  post,
}: {
  post: Pick<PostSummary, 'draft'> & Partial<Pick<PostSummary, 'scheduled'>>
}) {
  if (!post.draft && !post.scheduled) return null
  return <strong className="stamp">{post.draft ? strings.draft : strings.scheduled}</strong>
}
