import type { PostSummary } from '@/lib/model/post'
import { strings } from '@/lib/strings'

/** The neighbours of a post in time, as titles. Nothing for the only post of a blog. */
export function PostNavigation({ older, newer }: { older?: PostSummary; newer?: PostSummary }) {
  if (!older && !newer) return null
  return (
    <nav aria-label={strings.neighbours} className="neighbours column mt-6 grid gap-4 sm:grid-cols-2">
      {older && <Neighbour label={strings.older} post={older} rel="prev" />}
      {newer && (
        <Neighbour className="sm:col-start-2 sm:text-end" label={strings.newer} post={newer} rel="next" />
      )}
    </nav>
  )
}

function Neighbour({ className, label, post, rel }: NeighbourProps) {
  return (
    <p className={className}>
      <span className="frame-text block text-quiet">{label}</span>
      <a className="title-link" dir="auto" href={post.url} lang={post.lang} rel={rel}>
        {post.title}
      </a>
    </p>
  )
}

interface NeighbourProps {
  className?: string
  label: string
  post: PostSummary
  rel: 'prev' | 'next'
}
