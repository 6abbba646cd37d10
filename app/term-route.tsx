import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { blog } from '@/lib/blog/blog'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import type { TermKind } from '@/lib/blog/lists/term-lists'
import { readRouteParam } from '@/lib/blog/route-param'
import { describeTerm, Term } from './_lists/term'

/** The parts of the routes `/<kind>/<term>` and `/<kind>/<term>/page/<number>`, the same for each kind. */
export function termRoute(kind: TermKind) {
  const { lists } = blog

  async function find({ params }: Props) {
    const { term, number } = await params
    const slug = readRouteParam(term)
    return lists.getTermList(kind, slug, number)
  }

  return {
    /** The newest page of each term. */
    listNewest: () =>
      leaveOutKept(
        lists.listTermSlugs(kind).map((term) => ({ term })),
        ({ term }) => `/${kind}/${term}`,
      ),

    /** Every page that has a number. */
    listNumbered: () =>
      leaveOutKept(
        lists.listTermSlugs(kind).flatMap((term) =>
          (lists.getTermList(kind, term)?.numbers ?? []).map((number) => ({
            term,
            number: String(number),
          })),
        ),
        ({ term, number }) => `/${kind}/${term}/page/${number}`,
      ),

    async describe(props: Props): Promise<Metadata> {
      const list = await find(props)
      if (!list) return {}
      return describeTerm(lists, list)
    },

    async Page(props: Props) {
      const list = await find(props)
      if (!list) notFound()
      return <Term kind={kind} list={list} lists={lists} />
    },
  }
}

interface Props {
  params: Promise<{ term: string; number?: string }>
}
