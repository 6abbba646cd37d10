import type { TermCount } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'

/** Tags, categories or authors in columns, each with its number of posts. */
export function TermList({ terms, lang }: { terms: readonly TermCount[]; lang: string }) {
  const strings = stringsFor(lang)
  return (
    <ul className="plain-list mt-6 columns-2 sm:columns-3">
      {terms.map(({ slug, name, url, count }) => (
        <li className="break-inside-avoid" key={slug}>
          <a className="target" dir="auto" href={url}>
            {name}
          </a>{' '}
          <span aria-hidden="true" className="frame-text text-quiet">
            {count}
          </span>
          <span className="sr-only">{strings.postCount(count)}</span>
        </li>
      ))}
    </ul>
  )
}
