import type { Part } from '@/lib/blog/lists/series'
import { stringsFor } from '@/lib/strings'

/** Which part of a series this is, and all its parts in order, collapsed. */
export function SeriesBox({ part, slug, lang }: Props) {
  const strings = stringsFor(lang)
  const { number, posts, series } = part
  return (
    <details className="series frame-text mt-2 text-quiet">
      <summary>
        {`${strings.part(number, posts.length)} `}
        <span dir="auto">{series.name}</span>
      </summary>
      <ol className="mt-1">
        {posts.map((post) => (
          <li key={post.slug}>
            {post.slug === slug ? (
              <span aria-current="page">{post.title}</span>
            ) : (
              <a
                className="target"
                dir="auto"
                href={post.url}
                lang={post.lang === lang ? undefined : post.lang}
              >
                {post.title}
              </a>
            )}
          </li>
        ))}
      </ol>
      <p>
        <a className="target" href={series.url}>
          {`${strings.series} →`}
        </a>
      </p>
    </details>
  )
}

interface Props {
  part: Part
  /** Of the post that shows the box. */
  slug: string
  /** Of the interface. */
  lang: string
}
