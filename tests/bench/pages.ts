import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'

/**
 * Median and largest post page in bytes, gzipped: all of its HTML; the HTML without its inline style sheet; its text;
 * and the ratio of HTML to text.
 * @param folder the project that was built
 */
export function weighPages(folder: string): Record<string, unknown>[] {
  const pages = join(folder, '.next', 'server', 'app', 'posts')
  const weights = readdirSync(pages)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const html = readFileSync(join(pages, name), 'utf8')
      return { page: name, html, HTML: gzipSync(html).length }
    })
    .sort((a, b) => a.HTML - b.HTML)
  return [weights[Math.floor(weights.length / 2)], weights.at(-1)]
    .filter((weight) => weight !== undefined)
    .map(({ page, html, HTML }) => {
      const bare = gzipSync(html.replaceAll(/<style[\s\S]*?<\/style>/g, '')).length
      const text = gzipSync(toText(fromHtml(html))).length
      return { page, HTML, 'without style': bare, text, ratio: (bare / text).toFixed(2) }
    })
}
