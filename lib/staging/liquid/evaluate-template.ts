import { findOldAddresses } from '../addresses/old-addresses'
import { titleOfName } from '../blogs/post-name'
import type { OpenedPost } from '../opened-post'
import { evaluateLiquid } from './evaluate-liquid'
import type { LiquidBlog, LiquidResult } from './liquid-document'

/**
 * Evaluates what a post's system evaluated before it read Markdown: Liquid in Jekyll and similar systems. Otherwise the body
 * stays as it is, because `{{ }}` there is text or another language.
 * @param site undefined if the system has no Liquid
 */
export function evaluateTemplate(post: OpenedPost, site: LiquidBlog | undefined): LiquidResult {
  const { body, file, blog, bodyLine } = post
  if (!site) return { body, problems: [] }
  const source = { file: file.file, bodyLine, dialect: blog.dialect, root: blog.root }
  return evaluateLiquid({ body, path: file.path, source, page: pageOf(post) }, site)
}

/** A post as templates see it: `page` in its own body, one of `site.posts` in others. */
export function pageOf({ file, blog, fields, frontMatter }: OpenedPost): Record<string, unknown> {
  const written = Object.fromEntries(frontMatter.entries.map(({ key, value }) => [key, value]))
  const title = fields.title ?? titleOfName(file.name)
  const { permalink } = findOldAddresses({ blog, file, fields: { ...fields, title } })
  return {
    path: file.inBlog,
    name: file.inBlog.split('/').at(-1),
    slug: file.name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''),
    title,
    url: permalink,
    id: permalink?.replace(/\.html$/, ''),
    tags: fields.tags ?? [],
    categories: fields.categories ?? [],
    excerpt: fields.summary,
    ...written,
    date: fields.date,
  }
}
