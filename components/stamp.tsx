import type { PostSummary } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'

/** A label for a post that readers do not see yet: a draft or a scheduled post. */
export function Stamp({ post, lang }: Props) {
  if (!post.draft && !post.scheduled) return null
  const strings = stringsFor(lang)
  return <strong className="stamp">{post.draft ? strings.draft : strings.scheduled}</strong>
}

interface Props {
  post: Pick<PostSummary, 'draft'> & Partial<Pick<PostSummary, 'scheduled'>>
  /** Of the interface. */
  lang: string
}
