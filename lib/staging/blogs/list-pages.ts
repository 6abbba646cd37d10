import { isSectionPage } from '../../urls/markdown-files'
import { OLD_LISTS } from '../../urls/reserved-paths'
import type { ReadPost } from '../opened-post'

/**
 * The list of this site that takes the place of an old page of lists: `/tags` for a page of all tags. Undefined for a page
 * with a text.
 * @returns the URL here, or empty for a page without a text that no list here replaces
 */
export function replacingList({ file, body }: ReadPost): string | undefined {
  const url = (file.pageUrl ?? '').toLowerCase()
  const segments = url.split('/').slice(1)
  const isList = segments.length === 1 || OLD_LISTS.some(([old]) => old === url) || !hasWords(body)
  const list = isList ? LISTS.get(segments.at(-1) ?? '') : undefined
  if (list !== undefined) return list
  if (hasWords(body)) return undefined
  return isSectionPage(file.inBlog) ? '/posts' : ''
}

const LISTS = new Map([
  ['archive', '/posts'],
  ['archives', '/posts'],
  ['articles', '/posts'],
  ['blog', '/posts'],
  ['post', '/posts'],
  ['posts', '/posts'],
  ['tag', '/tags'],
  ['tags', '/tags'],
  ['category', '/tags'],
  ['categories', '/tags'],
  ['search', '/search'],
])

/** Whether anything is left to read without markup, scripts and tags of templates. */
function hasWords(body: string): boolean {
  const text = body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<!--[\s\S]*?-->|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<[^>]*>/g, '')
  return /[\p{L}\p{N}]/u.test(text) || /<(?:img|video|iframe)\b|!\[/.test(body)
}
