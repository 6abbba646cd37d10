import type { Liquid } from 'liquidjs'

/**
 * Jekyll's filters that liquidjs lacks. Those that would render Markdown or style sheets return the text unchanged: the
 * pipeline renders it.
 * @see https://jekyllrb.com/docs/liquid/filters/
 */
export function registerFilters(engine: Liquid): void {
  engine.registerFilter('relative_url', rootRelative)
  engine.registerFilter('absolute_url', rootRelative)
  // Eleventy's.
  engine.registerFilter('url', rootRelative)
  engine.registerFilter('safe', (text: unknown) => text)
  engine.registerFilter('strip_index', (url: unknown) => String(url ?? '').replace(/\/index\.html?$/, '/'))
  engine.registerFilter('markdownify', markAsMarkdown)
  for (const name of ['smartify', 'sassify', 'scssify', 'textilize']) {
    engine.registerFilter(name, (text: unknown) => text)
  }
}

/** Markdown that stays Markdown within an element whose content kramdown does not read. */
function markAsMarkdown(text: unknown): unknown {
  const isBlock = typeof text === 'string' && text.trim().includes('\n')
  return isBlock ? `<div markdown="1">\n\n${text.trim()}\n\n</div>` : text
}

/** The base of this site is `/`: absolute URLs of the old blog are resolved here. */
function rootRelative(path: unknown): string {
  const text = String(path ?? '')
  return /^(?:[a-z][a-z+.-]*:|\/\/|\/)/i.test(text) ? text : `/${text}`
}
