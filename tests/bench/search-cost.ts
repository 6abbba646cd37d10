import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { runPagefind } from '@/lib/build/search/pagefind'
import { listFilterChoices } from '@/lib/search/filter-choices'
import type { SearchDocument } from '@/lib/search/search-document'
import { findSystemBrowser } from '../e2e/browser'

/**
 * What a reader loads to ask one query, in Chromium with an empty cache: the dialog's own client, Pagefind and its index
 * from a static server. Scripts and JSON are counted gzipped; the index is compressed as it is.
 * @returns bytes by kind of file for each query, and the number of results
 */
export async function measureSearch(
  documents: readonly SearchDocument[],
  queries: readonly string[],
): Promise<SearchCost[]> {
  const site = new Map<string, Uint8Array>()
  for (const { path, content } of await runPagefind(documents, 'en')) site.set(`/index/${path}`, content)
  site.set('/', Buffer.from('<!DOCTYPE html><title>Search</title>'))
  site.set('/client.js', await bundleClient())
  site.set(
    '/search.json',
    Buffer.from(JSON.stringify({ index: '/index', filters: listFilterChoices(documents) })),
  )
  const { server, origin, requests } = await serve(site)
  const browser = await chromium.launch({ executablePath: findSystemBrowser() })
  try {
    const costs: SearchCost[] = []
    for (const query of queries) {
      requests.length = 0
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(origin)
      const results = await page.evaluate(askClient, query)
      await context.close()
      costs.push({ query, results, ...sum(requests, site) })
    }
    return costs
  } finally {
    await browser.close()
    server.close()
  }
}

/** Runs in the page. */
async function askClient(query: string): Promise<number> {
  const path = '/client.js'
  const { openIndex } = await import(path)
  const index = await openIndex()
  const { count } = await index.search(query, { tag: '', year: '' })
  return count
}

async function bundleClient(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../lib/search/dialog/index-client.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

async function serve(site: ReadonlyMap<string, Uint8Array>): Promise<Served> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const content = site.get(path)
    requests.push(path)
    response.writeHead(content ? 200 : 404, { 'content-type': typeOf(path), 'cache-control': 'max-age=600' })
    response.end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { server, origin: `http://127.0.0.1:${port}/`, requests }
}

function typeOf(path: string): string {
  if (path === '/') return 'text/html'
  return path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'
}

function sum(
  requests: readonly string[],
  site: ReadonlyMap<string, Uint8Array>,
): Omit<SearchCost, 'query' | 'results'> {
  const cost = { scripts: 0, meta: 0, words: 0, texts: 0, other: 0, total: 0 }
  for (const path of requests) {
    const content = site.get(path)
    if (!content || path === '/') continue
    const size = /\.(?:js|json)$/.test(path) ? gzipSync(content).length : content.length
    cost[kindOf(path)] += size
    cost.total += size
  }
  return cost
}

function kindOf(path: string): 'scripts' | 'meta' | 'words' | 'texts' | 'other' {
  if (/\.(?:js|pagefind)$/.test(path)) return 'scripts'
  if (path.endsWith('.pf_meta')) return 'meta'
  if (path.endsWith('.pf_index')) return 'words'
  return path.endsWith('.pf_fragment') ? 'texts' : 'other'
}

interface Served {
  server: Server
  /** With a trailing slash. */
  origin: string
  /** Paths, in order. */
  requests: string[]
}

/** Bytes. */
export interface SearchCost {
  query: string
  results: number
  /** The client, Pagefind and its WebAssembly. */
  scripts: number
  /** The list of all documents and of the files of words. */
  meta: number
  /** The files of words that the query needs. */
  words: number
  /** The texts of the results shown. */
  texts: number
  other: number
  total: number
}
