import { blog } from '@/lib/blog/blog'
import { strings } from '@/lib/strings'

export const metadata = blog.describePage({
  title: strings.tags,
  description: strings.tagsDescription(blog.site.title),
  path: '/tags',
})

export default function TagsPage() {
  const tags = blog.listTags()
  return (
    <div className="column">
      <h1>{strings.tags}</h1>
      {tags.length === 0 && <p className="mt-6">{strings.noTags}</p>}
      <ul className="plain-list mt-6 columns-2 sm:columns-3">
        {tags.map(({ slug, name, url, count }) => (
          <li className="break-inside-avoid" key={slug}>
            <a className="target" href={url}>
              {name}
            </a>{' '}
            <span aria-hidden="true" className="frame-text text-quiet">
              {count}
            </span>
            <span className="sr-only">{strings.postCount(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
