import type { Tag } from '@/lib/model/post'

/** The tags of one post, each a link to its list. Nothing where there are none. */
export function TagList({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="inline-list">
      {tags.map((tag) => (
        <li key={tag.slug}>
          <a className="target" href={tag.url} rel="tag">
            {tag.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
