import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import type { Lists } from '@/lib/blog/lists/lists'
import type { TermKind } from '@/lib/blog/lists/term-lists'
import { readRouteParam } from '@/lib/blog/route-param'
import { findLanguage, listLanguagePages } from '../../_lists/language-routes'
import { listOldUrls, redirectOldUrl } from '../../_lists/old-urls-in-dev'
import { describeNumbered, describePosts, NumberedPosts, Posts } from '../../_lists/posts'
import { describeSeries, Series } from '../../_lists/series'
import { describeTags, Tags } from '../../_lists/tags'
import { describeTerm, Term } from '../../_lists/term'
import { describeYear, Year } from '../../_lists/year'

// The lists of a language other than the main one: `/de/posts`, `/de/tags/tor/page/2`. Those of the main language have
// their own routes.
export const dynamicParams = false

export function generateStaticParams() {
  const old = listOldUrls().flatMap(([page, ...list]) => (page && list.length > 0 ? [{ page, list }] : []))
  return [...leaveOutKept(listLanguagePages(), ({ page, list }) => `/${page}/${list.join('/')}`), ...old]
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await find(props))?.metadata ?? {}
}

export default async function LanguageListPage(props: Props) {
  const found = await find(props)
  if (found) return found.view
  const { page, list } = await props.params
  redirectOldUrl(...[page, ...list].map(readRouteParam))
  notFound()
}

async function find({ params }: Props): Promise<Found | undefined> {
  const { page, list } = await params
  const lists = findLanguage(readRouteParam(page))
  const [kind = '', term, ...rest] = list.map(readRouteParam)
  if (!lists) return undefined
  if (kind === 'tags' && term === undefined)
    return { metadata: describeTags(lists), view: <Tags lists={lists} /> }
  if (kind === 'posts') return findPosts(lists, rest[0])
  if (kind === 'archive') return findYear(lists, term ?? '')
  if (kind === 'series') return findSeries(lists, term ?? '')
  return isTermKind(kind) ? findTerm(lists, kind, term ?? '', rest[1]) : undefined
}

function findPosts(lists: Lists, number?: string): Found {
  return number === undefined
    ? { metadata: describePosts(lists), view: <Posts lists={lists} /> }
    : { metadata: describeNumbered(lists, number), view: <NumberedPosts lists={lists} number={number} /> }
}

function findYear(lists: Lists, year: string): Found | undefined {
  const found = lists.getYear(year)
  return found && { metadata: describeYear(lists, found), view: <Year found={found} lists={lists} /> }
}

function findSeries(lists: Lists, slug: string): Found | undefined {
  const found = lists.getSeries(slug)
  return found && { metadata: describeSeries(lists, found), view: <Series found={found} lists={lists} /> }
}

function findTerm(lists: Lists, kind: TermKind, slug: string, number?: string): Found | undefined {
  const list = lists.getTermList(kind, slug, number)
  return list && { metadata: describeTerm(lists, list), view: <Term kind={kind} list={list} lists={lists} /> }
}

function isTermKind(kind: string): kind is TermKind {
  return kind === 'tags' || kind === 'categories' || kind === 'authors'
}

interface Found {
  metadata: Metadata
  view: ReactNode
}

interface Props {
  params: Promise<{ page: string; list: string[] }>
}
