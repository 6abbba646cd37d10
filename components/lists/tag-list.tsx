import type { Term } from '@/lib/model/post'

/** The tags of one post, each a link to its list. Nothing if there are none. */
export function TagList({ tags }: { tags: readonly Term[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="inline-list">
      {tags.map((tag) => (
        <li key={tag.slug}>
          <a className="target p-category" href={tag.url} rel="tag">
            {tag.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
