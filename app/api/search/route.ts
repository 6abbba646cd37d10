import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blog } from '@/lib/blog/blog'
import { readOptional } from '@/lib/blog/generated/read-generated'
import { findDocuments, findNearest } from '@/lib/search/find'
import { toResultsPage } from '@/lib/search/results-page'
import type { SearchDocument } from '@/lib/search/search-document'

export const dynamic = 'force-dynamic'

let documents: readonly SearchDocument[] | undefined

/** Answers `/search?q=` with the prerendered search page and the results in it: its policy and its styles hold. */
export async function GET(request: Request): Promise<Response> {
  documents ??= readOptional<SearchDocument[]>('.quire/search.json') ?? []
  const params = new URL(request.url).searchParams
  const near = params.get('near')
  const query = (params.get('q') ?? '').slice(0, MAX_QUERY)
  const found =
    near === null ? findDocuments(documents, query) : findNearest(documents, near.slice(0, MAX_QUERY))
  const page = await readFile(
    join(/* turbopackIgnore: true */ process.cwd(), '.next/server/app/search.html'),
    'utf8',
  ).catch(() => SHELL)
  return new Response(toResultsPage(page, { query, found, language: blog.site.language }), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  })
}

/** In characters: longer than any query, short enough to search for. */
const MAX_QUERY = 200

/** For `dev`, which prerenders nothing. */
const SHELL =
  '<!DOCTYPE html><form action="/search"><input name="q"></form><div data-search-results=""></div>'
