import type { ListPage } from '@/lib/blog/lists/pagination'
import { stringsFor } from '@/lib/strings'

/** Links to the newer and older pages of a list. Nothing for a list of one page. */
export function Pager({ page, lang }: Props) {
  if (page.count === 1) return null
  const strings = stringsFor(lang)
  return (
    <nav aria-label={strings.pages} className="frame-text mt-6 flex flex-wrap gap-x-4 text-quiet">
      {page.newer && (
        <a className="target" href={page.newer} rel="prev">
          {`← ${strings.newerPosts}`}
        </a>
      )}
      <span className="target">{strings.pageOf(page.number, page.count)}</span>
      {page.older && (
        <a className="target" href={page.older} rel="next">
          {`${strings.olderPosts} →`}
        </a>
      )}
    </nav>
  )
}

interface Props {
  page: Pick<ListPage<unknown>, 'number' | 'count' | 'newer' | 'older'>
  /** Of the interface. */
  lang: string
}
