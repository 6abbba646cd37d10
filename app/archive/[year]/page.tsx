import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { blog } from '@/lib/blog/blog'
import { leaveOutKept } from '@/lib/blog/generated/kept-pages'
import { describeYear, Year } from '../../_lists/year'

export const dynamicParams = false

export function generateStaticParams() {
  return leaveOutKept(blog.lists.listYears(), ({ url }) => url).map(({ year }) => ({ year }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = blog.lists.getYear((await params).year)
  return found ? describeYear(blog.lists, found) : {}
}

export default async function YearPage({ params }: Props) {
  const found = blog.lists.getYear((await params).year)
  if (!found) notFound()
  return <Year found={found} lists={blog.lists} />
}

interface Props {
  params: Promise<{ year: string }>
}
