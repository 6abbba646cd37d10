import { join } from 'node:path'
import { trimEndOf } from '../model/trim-end'
import { slugify } from '../urls/slug'
import { formatPost } from './format-post'
import { htmlToMarkdown } from './html/html-to-markdown'
import type { ImportReport } from './import-report'
import type { ExportSource, ImportedPost } from './imported-post'
import { placeOfPicture } from './pictures'
import { writeImported } from './write-imported'

/**
 * Writes the posts of an export into the content folder, one by one as they are read.
 * @param options.contentDir absolute
 * @param options.folder of the posts, below the content folder: `posts/wordpress`
 * @param options.pictures assigns remote pictures a path in that folder
 */
export async function importExport(
  source: ExportSource,
  report: ImportReport,
  { contentDir, folder, pictures, signal, onPost = () => {} }: ImportExportOptions,
): Promise<void> {
  const names = new Map<string, number>()
  for await (const post of source.posts()) {
    if (signal?.aborted) return
    const name = nameFor(post, names)
    const path = post.kind === 'page' ? `pages/${name}.md` : `${folder}/${name}.md`
    const { markdown, unknown } = convert(post, source, pictures, report)
    const image = post.image && pictures ? (placeFor(post.image, source, report) ?? post.image) : post.image
    const text = formatPost({ ...post, ...(image && { image }) }, name, markdown)
    report.add(path, post.kind, await writeImported(join(contentDir, path), text))
    for (const code of new Set(unknown)) report.note(path, `The shortcode ${shorten(code)} is unknown.`)
    if (markdown.trim() === '') report.note(path, 'The export has no text for this post.')
    onPost()
  }
}

function convert(
  { body }: ImportedPost,
  source: ExportSource,
  pictures: boolean,
  report: ImportReport,
): { markdown: string; unknown: string[] } {
  if ('markdown' in body) return { markdown: body.markdown, unknown: [] }
  return htmlToMarkdown(body.html, {
    ...(body.flavor && { flavor: body.flavor }),
    ...(source.origin && { origin: source.origin }),
    ...(source.attachments && { attachments: source.attachments }),
    ...(body.own && { own: body.own }),
    pictureAt: (url) => (pictures ? placeFor(url, source, report) : undefined),
  })
}

function placeFor(url: string, { origin }: ExportSource, report: ImportReport): string | undefined {
  const place = placeOfPicture(url, origin)
  if (place) report.pictures.set(place, new URL(url.startsWith('//') ? `https:${url}` : url, origin).href)
  return place
}

/**
 * A file name that no other post of this import has. It is the same in every run, because the order of posts is.
 * @param used the names so far, each with the last number that was tried for it
 */
function nameFor(post: ImportedPost, used: Map<string, number>): string {
  const base = slugify(post.slug) || slugify(post.title) || 'untitled'
  const short = shortenName(base)
  const keyOf = (name: string) => `${post.kind}/${name}`
  for (let count = (used.get(keyOf(short)) ?? 0) + 1; ; count++) {
    const name = count === 1 ? short : `${short}-${count}`
    if (used.has(keyOf(name))) continue
    used.set(keyOf(short), count)
    if (name !== short) used.set(keyOf(name), 1)
    return name
  }
}

/** File systems allow 255 bytes; a letter may have four. */
function shortenName(name: string): string {
  let short = name.slice(0, 200)
  while (Buffer.byteLength(short) > 200) short = short.slice(0, -1)
  return trimEndOf(short, '-')
}

function shorten(code: string): string {
  const line = code.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

export interface ImportExportOptions {
  contentDir: string
  folder: string
  pictures: boolean
  signal?: AbortSignal
  /** Called after each post. */
  onPost?: () => void
}
