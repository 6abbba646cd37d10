import { parseDate } from '../dates'
import { slugify } from '../urls/slug'
import type { ImportedPost } from './imported-post'

/**
 * The text of a post's file.
 * @param slug of the post; only written if the file name does not give it
 * @param markdown its body
 */
export function formatPost(post: ImportedPost, fileName: string, markdown: string): string {
  const { title, date, updated, draft, tags, authors, summary, image, canonical, series, lang } = post
  const written = date && parseDate(date)
  const lines: [string, unknown][] = [
    ['title', title.trim() || 'Untitled'],
    ['date', post.kind === 'post' ? written : undefined],
    ['updated', updated && updated !== date ? parseDate(updated) : undefined],
    ['slug', slugify(fileName) === slugify(post.slug || fileName) ? undefined : slugify(post.slug)],
    ['permalink', permalinkOf(post)],
    ['draft', draft || undefined],
    ['tags', tags.length > 0 ? tags : undefined],
    ['authors', authors.length > 0 ? authors : undefined],
    ['series', series],
    ['summary', summary],
    ['image', image],
    ['canonical', canonical],
    ['lang', lang],
  ]
  const frontMatter = lines.filter(([, value]) => value !== undefined && value !== '')
  return `---\n${frontMatter.map(([key, value]) => `${key}: ${formatValue(key, value)}\n`).join('')}---\n\n${markdown.trim()}\n`
}

/** The path of the old URL; a page keeps its path through its name. */
function permalinkOf({ kind, url, draft }: ImportedPost): string | undefined {
  if (!url || kind === 'page' || draft) return undefined
  const path = URL.canParse(url) ? new URL(url).pathname : url
  return path === '/' ? undefined : path.startsWith('/') ? path : `/${path}`
}

function formatValue(key: string, value: unknown): string {
  if (key === 'date' || key === 'updated' || typeof value === 'boolean') return String(value)
  return JSON.stringify(value)
}
