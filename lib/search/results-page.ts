import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { formatDate } from '../dates'
import { stringsFor } from '../strings'
import type { FoundDocument } from './find'
import { EXCERPT } from './search-store'

/**
 * Puts results into the prerendered search page, in place of its sample. Everything an author or a reader wrote
 * becomes text and attributes of a tree, never HTML.
 * @param page HTML of `/search`
 */
export function toResultsPage(page: string, { query, found, language }: Results): string {
  const strings = stringsFor(language)
  const results = h('div', [
    h('p.frame-text.mt-4.text-quiet', { role: 'status' }, strings.searchResults(found.length, query)),
    h(
      'ul.plain-list.mt-4.grid.gap-y-3',
      found.map((each) => entry(each, language)),
    ),
    ...(found.length === 0
      ? [h('p.mt-4', h('a.target.frame-text', { href: '/posts' }, `${strings.allPosts} →`))]
      : []),
  ])
  const value = toHtml(h('input', { name: 'q', value: query })).replace(/^<input name="q" ?|>$/g, '')
  return page
    .replace(/<div data-search-results(?:="")?(?: hidden(?:="")?)?>[\s\S]*?(?:<\/ul>\s*)?<\/div>/, () =>
      toHtml(results),
    )
    .replace(/name="q"/, () => `name="q" ${value}`)
}

function entry({ document, section }: FoundDocument, language: string) {
  const lang = document.lang === language ? undefined : document.lang
  const text = section?.text || document.summary
  return h('li.h-entry', [
    h('p.items-baseline.gap-2', { className: 'sm:flex' }, [
      h(
        'a.title-link.u-url.p-name.text-lead',
        { href: urlOf(document.url, section?.id), dir: 'auto', lang },
        document.title,
      ),
      // Between the two where they follow each other like words: in text browsers and copied text.
      ' ',
      h('span.leader', { ariaHidden: 'true', className: 'max-sm:hidden' }),
      ...(document.date
        ? [
            h(
              'time.dt-published.frame-text.shrink-0.text-quiet',
              { className: 'max-sm:block', dateTime: document.date, dir: 'auto' },
              formatDate(document.date, language),
            ),
          ]
        : []),
    ]),
    h('p.line-clamp-3.p-summary.text-quiet.text-summary', { dir: 'auto', lang }, [
      section?.heading ? `${section.heading}: ` : '',
      text.slice(0, EXCERPT),
    ]),
  ])
}

function urlOf(url: string, id: string | undefined): string {
  return id ? `${url}#${encodeURIComponent(id)}` : url
}

interface Results {
  query: string
  found: readonly FoundDocument[]
  /** Of the site. */
  language: string
}
