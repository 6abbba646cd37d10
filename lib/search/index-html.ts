import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { wellFormed } from '../model/well-formed'
import { hideFrequent } from './frequent'
import type { SearchDocument } from './search-document'
import { segment } from './segment'

/**
 * A document for Pagefind: its title, its sections with their anchors, and its filters.
 * @param options.frequent from `listFrequent`
 */
export function toIndexHtml(document: SearchDocument, { lang, frequent }: IndexOptions): string {
  const { title, summary, date, year, tags, sections } = document
  const seen = new Set<string>()
  const parts: Element[] = sections.flatMap(({ id, heading, text }) => [
    ...(heading ? [h('h2', { id }, segment(heading))] : []),
    ...(text ? [h('p', segment(hideFrequent(text, frequent, seen)))] : []),
  ])
  const html = toHtml(
    h('html', { lang }, [
      h('body', [
        h('main', { 'data-pagefind-body': '' }, [
          h('h1', segment(title)),
          h('p', { 'data-pagefind-weight': '4' }, segment(tags.join(', '))),
          ...parts,
          meta('title', title),
          meta('summary', summary),
          ...(date ? [meta('date', date)] : []),
          ...(year ? [h('span', { 'data-pagefind-filter': `year:${year}` })] : []),
          ...tags.map((tag) => h('span', { 'data-pagefind-filter': `tag[data-tag]`, 'data-tag': tag })),
        ]),
      ]),
    ]),
  )
  return wellFormed(html)
}

function meta(name: string, value: string): Element {
  return h('span', { 'data-pagefind-meta': `${name}[data-value]`, 'data-value': value })
}

interface IndexOptions {
  lang: string
  frequent: ReadonlySet<string>
}
