import type { YearPosts } from '@/lib/blog/lists/years'
import { stringsFor } from '@/lib/strings'

/** Every year with its number of posts. Nothing for a blog of one year. */
export function YearLinks({ years, lang, here }: Props) {
  if (years.length < 2) return null
  const strings = stringsFor(lang)
  return (
    <nav aria-label={strings.years} className="frame-text mt-2 text-quiet">
      <ul className="inline-list">
        {years.map(({ year, url, posts }) => (
          <li key={year}>
            <a
              aria-current={year === here ? 'page' : undefined}
              className="target"
              href={url}
              title={strings.postCount(posts.length)}
            >
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface Props {
  years: readonly YearPosts[]
  /** Of the interface. */
  lang: string
  /** The year of this page. */
  here?: string
}
