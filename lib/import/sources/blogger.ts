import type { ExportSource, ImportedPost } from '../imported-post'
import { childText, readXml, type XmlElement } from './xml'

/**
 * Reads a Blogger backup: an Atom feed with posts, pages, comments and settings.
 * @see https://developers.google.com/blogger/docs/2.0/reference (kinds as categories); Takeout writes `blogger:type`
 */
export function openBlogger(path: string): ExportSource {
  return {
    label: 'a Blogger export',
    name: 'blogger',
    left: ['comments'],
    async *posts() {
      for await (const entry of readXml(path, new Set(['entry']))) {
        const post = readEntry(entry)
        if (post) yield post
      }
    },
  }
}

function readEntry(entry: XmlElement): ImportedPost | undefined {
  const categories = entry.children.filter(({ name }) => name === 'category')
  const kind =
    childText(entry, 'blogger:type').toLowerCase() ||
    categories
      .map(({ attributes }) => /#(post|page|comment|settings|template)$/.exec(attributes.term ?? '')?.[1])
      .find(Boolean)
  if (kind !== 'post' && kind !== 'page') return undefined
  const link = entry.children.find(
    ({ name, attributes }) => name === 'link' && attributes.rel === 'alternate',
  )
  const path = childText(entry, 'blogger:filename') || link?.attributes.href || ''
  const control = entry.children.find(({ name }) => name === 'app:control')
  const status = childText(entry, 'blogger:status')
  const author = entry.children.find(({ name }) => name === 'author')
  const name = author ? childText(author, 'name') : ''
  const date = childText(entry, 'published')
  return {
    kind,
    title: childText(entry, 'title'),
    slug: /([^/]+?)(?:\.html)?$/.exec(path)?.[1] ?? '',
    ...(date && { date }),
    draft:
      (control && childText(control, 'app:draft') === 'yes') ||
      status === 'DRAFT' ||
      status === 'SOFT_TRASHED',
    tags: categories.flatMap(({ attributes }) =>
      attributes.term && !attributes.term.startsWith('http') ? [attributes.term] : [],
    ),
    authors: name ? [name] : [],
    ...(path && { url: path }),
    body: { html: childText(entry, 'content') },
  }
}
