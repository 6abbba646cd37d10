import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { renderMarkdown } from '@/lib/markdown/render'
import { findDocuments, findNearest } from '@/lib/search/find'
import { toResultsPage } from '@/lib/search/results-page'
import { readSections, type SearchDocument } from '@/lib/search/search-document'
import { QUERIES } from '../../search-queries'
import { storeOf } from './store-of'

const folder = join('tests', 'sites', 'languages', 'posts')
const documents = await Promise.all(
  readdirSync(folder)
    .map((name) => ({ name, parts: readFileSync(join(folder, name), 'utf8').split(/^---$/m) }))
    .filter(({ parts }) => !/draft: true|9999-/.test(parts[1] ?? ''))
    .map(async ({ name, parts: [, front = '', ...body] }): Promise<SearchDocument> => {
      const { title, lang = 'en', tags = [] } = parse(front)
      const { html } = await renderMarkdown(body.join('---'))
      const sections = readSections(fromHtml(html, { fragment: true }))
      return { url: `/posts/${name.replace('.md', '')}`, title, lang, tags, summary: '', sections }
    }),
)

const store = storeOf(documents)

describe('the search page', () => {
  test.each(QUERIES)('finds for %j %j', async (query, slugs) => {
    const found = (await findDocuments(store, query)).map(({ document }) =>
      document.url.slice('/posts/'.length),
    )
    expect(found.sort()).toEqual([...slugs].sort())
  })

  test('finds parts of German compounds', async () => {
    expect((await findDocuments(store, 'dampfschiff'))[0]?.document.url).toBe('/posts/gates-de')
  })

  test('links to the section that contains all words', async () => {
    expect((await findDocuments(store, 'iron heavy'))[0]?.section).toMatchObject({ id: 'the-crank' })
  })

  test('ranks a match in a title above one in the text', async () => {
    expect((await findDocuments(store, 'gate')).map(({ document }) => document.url)[0]).toBe(
      '/posts/first-gate',
    )
  })

  test('finds nothing for an empty query, and handles long queries', async () => {
    expect(await findDocuments(store, ' ')).toEqual([])
    expect((await findDocuments(store, 'a '.repeat(10_000))).length).toBeGreaterThan(0)
  })

  test('finds posts with a similar URL', async () => {
    expect((await findNearest(store, '/posts/frist-gate'))[0]?.document.url).toBe('/posts/first-gate')
    expect(await findNearest(store, '/wp-login.php')).toEqual([])
  })
})

describe('its HTML', () => {
  const page =
    '<form><input class="x" name="q" type="search"/></form><div data-search-results="" hidden=""><p></p><ul><li>sample</li></ul></div><footer></footer>'

  test('shows results in place of the sample', async () => {
    const html = toResultsPage(page, {
      query: 'iron',
      found: await findDocuments(store, 'iron'),
      language: 'en',
    })
    expect(html).toContain('href="/posts/first-gate#the-crank"')
    expect(html).toContain('1 result for “iron”')
    expect(html).not.toContain('sample')
    expect(html).toContain('<footer></footer>')
  })

  test('separates a title from its date where they share a line', async () => {
    const found = (await findDocuments(store, 'iron')).map((each) => ({
      ...each,
      document: { ...each.document, date: '2024-05-11' },
    }))
    expect(toResultsPage(page, { query: 'iron', found, language: 'en' })).toMatch(/<\/a> <span/)
  })

  test('shows a query as text, whatever it contains', async () => {
    const query = '"><script>alert(1)</script>$&'
    const html = toResultsPage(page, { query, found: [], language: 'en' })
    const elements: string[] = []
    visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
      elements.push(tagName)
      if (tagName === 'input') expect(properties.value).toBe(query)
    })
    expect(elements).toContain('input')
    expect(elements).not.toContain('script')
  })
})
