import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListPage } from '@/components/lists/list-page'
import { blog } from '@/lib/blog/blog'
import type { TermKind } from '@/lib/blog/lists/term-lists'
import { readRouteParam } from '@/lib/blog/route-param'
import { stringsFor } from '@/lib/strings'

/** The parts of the routes `/<kind>/<term>` and `/<kind>/<term>/page/<number>`, alike for each kind. */
export function termRoute(kind: TermKind) {
  const strings = stringsFor(blog.site.language)

  async function find({ params }: Props) {
    const { term, number } = await params
    const slug = readRouteParam(term)
    return blog.getTermList(kind, slug, number)
  }

  return {
    /** The newest page of each term. */
    listNewest: () => blog.listTermSlugs(kind).map((term) => ({ term })),

    /** Every page that has a number. */
    listNumbered: () =>
      blog
        .listTermSlugs(kind)
        .flatMap((term) =>
          (blog.getTermList(kind, term)?.numbers ?? []).map((number) => ({ term, number: String(number) })),
        ),

    async describe(props: Props): Promise<Metadata> {
      const list = await find(props)
      if (!list) return {}
      return blog.describePage({
        title: list.title,
        description: `${list.title}: ${strings.postCount(list.count)}.`,
        path: list.page.url,
        feed: { url: list.url, title: list.title },
      })
    },

    async Page(props: Props) {
      const list = await find(props)
      if (!list) notFound()
      return (
        <ListPage
          above={{ label: strings[kind], href: kind === 'authors' ? undefined : '/tags' }}
          count={list.count}
          feed={`${list.url}/rss.xml`}
          lang={blog.site.language}
          page={list.page}
          title={list.name}
        />
      )
    },
  }
}

interface Props {
  params: Promise<{ term: string; number?: string }>
}
