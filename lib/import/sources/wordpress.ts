import { DateTime, FixedOffsetZone } from 'luxon'
import { trimEndOf } from '../../model/trim-end'
import { decodePercent } from '../../urls/decode'
import type { ExportSource, ImportedPost } from '../imported-post'
import { childText, readXml, type XmlElement } from './xml'

/** What posts refer to: collected in a first pass, because an attachment may come after the post that shows it. */
interface WordpressIndex {
  origin?: string
  authors: Map<string, string>
  attachments: Map<string, string>
  /** URLs of attachments by the number of the post they belong to. */
  ofPost: Map<string, string[]>
  counts: { comments: number; trashed: number; others: Map<string, number> }
}

/**
 * Reads a WordPress export (WXR) as a stream, in two passes.
 * @see https://developer.wordpress.org/reference/functions/export_wp/
 */
export async function openWordpress(path: string): Promise<ExportSource> {
  const index = await readIndex(path)
  const { comments, trashed, others } = index.counts
  return {
    label: 'a WordPress export',
    name: 'wordpress',
    ...(index.origin && { origin: index.origin }),
    attachments: index.attachments,
    left: [
      ...(comments > 0 ? [`${comments} comments`] : []),
      ...(trashed > 0 ? [`${trashed} posts in the trash`] : []),
      ...[...others].map(([type, count]) => `${count} of type ${type}`),
    ],
    posts: () => readPosts(path, index),
  }
}

async function readIndex(path: string): Promise<WordpressIndex> {
  const index: WordpressIndex = {
    authors: new Map(),
    attachments: new Map(),
    ofPost: new Map(),
    counts: { comments: 0, trashed: 0, others: new Map() },
  }
  const { counts } = index
  for await (const element of readXml(
    path,
    new Set(['item', 'wp:author', 'wp:base_blog_url', 'wp:base_site_url']),
  )) {
    if (element.name === 'wp:base_blog_url') index.origin = trimEndOf(element.text.trim(), '/')
    else if (element.name === 'wp:base_site_url') index.origin ??= trimEndOf(element.text.trim(), '/')
    else if (element.name === 'wp:author') {
      const login = childText(element, 'wp:author_login')
      index.authors.set(login, childText(element, 'wp:author_display_name') || login)
    } else {
      counts.comments += element.children.filter(({ name }) => name === 'wp:comment').length
      const type = childText(element, 'wp:post_type')
      const url = childText(element, 'wp:attachment_url')
      const parent = childText(element, 'wp:post_parent')
      if (type === 'attachment' && url) {
        index.attachments.set(childText(element, 'wp:post_id'), url)
        index.ofPost.set(parent, [...(index.ofPost.get(parent) ?? []), url])
      } else if (childText(element, 'wp:status') === 'trash') counts.trashed++
      else if (type !== 'post' && type !== 'page' && type !== 'attachment')
        counts.others.set(type, (counts.others.get(type) ?? 0) + 1)
    }
  }
  return index
}

async function* readPosts(path: string, index: WordpressIndex): AsyncGenerator<ImportedPost> {
  for await (const item of readXml(path, new Set(['item']))) {
    const post = readItem(item, index)
    if (post) yield post
  }
}

function readItem(item: XmlElement, index: WordpressIndex): ImportedPost | undefined {
  const kind = childText(item, 'wp:post_type')
  const status = childText(item, 'wp:status')
  if ((kind !== 'post' && kind !== 'page') || SKIPPED.has(status)) return undefined
  const creator = childText(item, 'dc:creator')
  const number = childText(item, 'wp:post_id')
  const date = readDate(item)
  const isPublic = (status === 'publish' || status === 'future') && childText(item, 'wp:post_password') === ''
  const url = childText(item, 'link')
  const excerpt = childText(item, 'excerpt:encoded')
  const thumbnail = index.attachments.get(metaOf(item, '_thumbnail_id') ?? '')
  return {
    kind,
    title: childText(item, 'title'),
    slug: decodePercent(childText(item, 'wp:post_name')),
    ...(date && { date }),
    draft: !isPublic,
    tags: termsOf(item),
    // The account of an author may be deleted: the export then has only the login.
    authors: creator ? [index.authors.get(creator) ?? creator] : [],
    ...(excerpt && { summary: excerpt }),
    ...(thumbnail && { image: thumbnail }),
    // `?p=12` is the URL of a draft, which was never public.
    ...(url && !/[?&](?:p|page_id)=\d+/.test(url) && { url }),
    body: { html: contentOf(item), flavor: 'wordpress', own: index.ofPost.get(number) ?? [] },
  }
}

const SKIPPED = new Set(['trash', 'auto-draft', 'inherit'])

function termsOf(item: XmlElement): string[] {
  const terms = item.children.filter(
    ({ name, attributes }) =>
      name === 'category' && (attributes.domain === 'post_tag' || attributes.domain === 'category'),
  )
  const names = terms
    .map(({ text }) => text.trim())
    .filter((term) => term !== '' && term.toLowerCase() !== 'uncategorized')
  return [...new Set(names)]
}

function metaOf(item: XmlElement, key: string): string | undefined {
  const meta = item.children.find(
    (child) => child.name === 'wp:postmeta' && childText(child, 'wp:meta_key') === key,
  )
  return meta && childText(meta, 'wp:meta_value')
}

/** The wall time of the blog with its offset, which is the difference of the two dates. */
function readDate(item: XmlElement): string | undefined {
  const [local, utc] = ['wp:post_date', 'wp:post_date_gmt'].map((name) =>
    DateTime.fromSQL(childText(item, name), { zone: 'utc' }),
  )
  if (!local?.isValid) return undefined
  const minutes = utc?.isValid ? Math.round(local.diff(utc, 'minutes').minutes) : 0
  const isOffset = utc?.isValid === true && Math.abs(minutes) <= 14 * 60
  if (!isOffset) return local.toFormat('yyyy-MM-dd HH:mm:ss')
  return local
    .setZone(FixedOffsetZone.instance(minutes), { keepLocalTime: true })
    .toFormat('yyyy-MM-dd HH:mm:ss ZZ')
}

/** White space at the edges of a post has no meaning; within it, lines are paragraphs. */
function contentOf(item: XmlElement): string {
  return item.children.find(({ name }) => name === 'content:encoded')?.text ?? ''
}
