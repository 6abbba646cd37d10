import { splitDatePrefix } from '../../urls/slug'
import type { Blog, PostFile } from '../blogs/blog'
import { titleOfName } from '../blogs/post-name'
import type { FrontMatter } from '../front-matter/read-front-matter'
import { evaluateLiquid } from './evaluate-liquid'
import type { LiquidBlog, LiquidResult } from './liquid-document'

/**
 * Evaluates what a post's system evaluated before it read Markdown: Liquid in Jekyll and its kin. Elsewhere the body
 * stays as it is, because `{{ }}` there is text or another language.
 */
export function evaluateTemplate(
  body: string,
  frontMatter: FrontMatter,
  file: PostFile,
  blog: Blog,
): LiquidResult {
  if (!blog.record.syntax.liquid) return { body, problems: [] }
  const { path, inBlog } = file
  const source = { file: file.file, bodyLine: frontMatter.bodyLine, dialect: blog.dialect, root: blog.root }
  const written = Object.fromEntries(frontMatter.entries.map(({ key, value }) => [key, value]))
  const { date, rest } = splitDatePrefix(file.name)
  const page = {
    path: inBlog,
    name: inBlog.split('/').at(-1),
    slug: rest,
    title: titleOfName(file.name),
    date,
    ...written,
  }
  return evaluateLiquid({ body, path, source, page }, liquidBlogOf(blog))
}

/** One for each blog, because the engine is kept by it. */
const liquidBlogs = new WeakMap<Blog, LiquidBlog>()

function liquidBlogOf(blog: Blog): LiquidBlog {
  const known = liquidBlogs.get(blog)
  if (known) return known
  const made: LiquidBlog = {
    rootDir: blog.dir,
    includeFolders: blog.record.includeFolders ?? [],
    contentDir: blog.dir,
    site: blog.config,
  }
  liquidBlogs.set(blog, made)
  return made
}
