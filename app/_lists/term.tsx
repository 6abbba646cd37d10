import { ListPage } from '@/components/lists/list-page'
import type { Lists } from '@/lib/blog/lists/lists'
import type { TermKind, TermList } from '@/lib/blog/lists/term-lists'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { pageLanguage } from './page-language'

/** The metadata of the list of one tag, category or author. */
export function describeTerm(lists: Lists, list: TermList) {
  return lists.describeList({
    title: list.title,
    description: `${list.title}: ${stringsFor(lists.language).postCount(list.count)}.`,
    path: list.page.url,
    feed: { url: list.url, title: list.title },
  })
}

/** A page of the posts of one tag, category or author. */
export function Term({ lists, kind, list }: { lists: Lists; kind: TermKind; list: TermList }) {
  return (
    <SiteFrame lang={lists.language} prefix={lists.prefix}>
      <ListPage
        above={{
          label: stringsFor(lists.language)[kind],
          href: kind === 'authors' ? undefined : `${lists.prefix}/tags`,
        }}
        count={list.count}
        feed={`${list.url}/rss.xml`}
        lang={lists.language}
        own={pageLanguage(lists)}
        page={list.page}
        title={list.name}
      />
    </SiteFrame>
  )
}
