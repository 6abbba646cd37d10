import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blog } from '@/lib/blog/blog'
import { openSearchDocuments } from '@/lib/blog/generated/search-documents'
import { type FoundDocument, findDocuments, findNearest } from '@/lib/search/find'
import { toResultsPage } from '@/lib/search/results-page'
import type { SearchStore } from '@/lib/search/search-store'

export const dynamic = 'force-dynamic'

let store: SearchStore | undefined

/**
 * Answers `/search?q=` with the prerendered search page and the results in it, so that its policy and its styles apply.
 */
export async function GET(request: Request): Promise<Response> {
  store ??= openSearchDocuments()
  const params = new URL(request.url).searchParams
  const near = params.get('near')
  const query = (params.get('q') ?? '').slice(0, MAX_QUERY)
  let found: FoundDocument[] = []
  if (store && near !== null) found = await findNearest(store, near.slice(0, MAX_QUERY))
  else if (store) found = await findDocuments(store, query)
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
