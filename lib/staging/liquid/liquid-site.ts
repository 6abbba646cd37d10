import { writtenDay } from '../../dates'
import { mapOf } from '../../dialects/rules/config-values'
import { slugify, splitDatePrefix } from '../../urls/slug'
import type { Blog } from '../blogs/blog'
import { readFrontMatter } from '../front-matter/read-front-matter'
import type { OpenedPost } from '../opened-post'
import { readText } from '../text/read-text'
import { pageOf } from './evaluate-template'
import type { LiquidBlog } from './liquid-document'
import { readSiteData } from './site-data'

/**
 * The data that templates of a blog can use: `site.posts`, newest first, `site.tags` and `site.categories` with the posts of
 * each, `site.data`, the collections, and the configuration. Bodies are given as they are written.
 * @param documents posts and pages
 * @see https://jekyllrb.com/docs/variables/
 */
export async function readLiquidSite(blog: Blog, documents: readonly OpenedPost[]): Promise<LiquidBlog> {
  const pages = documents
    .filter(({ file }) => file.pageUrl === undefined)
    .filter(({ file, fields }) => !file.draft && fields.draft !== true)
    .map((post) => ({ post, page: { ...pageOf(post), content: post.body } }))
    .sort((a, b) => compare(b.post.fields.date ?? '', a.post.fields.date ?? ''))
  const posts = pages.map(({ page }) => page)
  const collections = await readCollections(blog, documents)
  return {
    rootDir: blog.dir,
    includeFolders: blog.record.includeFolders ?? [],
    contentDir: blog.dir,
    site: {
      ...blog.config,
      posts,
      tags: groupBy(pages, 'tags'),
      categories: groupBy(pages, 'categories'),
      data: await readSiteData(blog),
      collections: Object.entries({ ...collections, posts }).map(([label, docs]) => ({ label, docs })),
      documents: Object.values(collections).flat(),
      ...collections,
      pages: [],
      related_posts: posts.slice(0, 10),
      // The day of the newest post, so that the same content always gives the same page.
      time: pages[0]?.post.fields.date && writtenDay(pages[0].post.fields.date),
    },
  }
}

function groupBy(
  pages: readonly { post: OpenedPost; page: Record<string, unknown> }[],
  field: 'tags' | 'categories',
): Record<string, unknown> {
  const groups = new Map<string, unknown[]>()
  for (const { post, page } of pages) {
    for (const name of post.fields[field] ?? []) {
      const known = groups.get(name)
      if (known) known.push(page)
      else groups.set(name, [page])
    }
  }
  return Object.fromEntries(groups)
}

/** The documents of `collections:` in the configuration, by their names. @see https://jekyllrb.com/docs/collections/ */
async function readCollections(
  { config, dir, files }: Blog,
  documents: readonly OpenedPost[],
): Promise<Record<string, unknown[]>> {
  const published = new Map(documents.map((post) => [post.file.inBlog, post]))
  const names = Array.isArray(config.collections)
    ? config.collections.map(String)
    : Object.keys(mapOf(config.collections))
  const collections: Record<string, unknown[]> = {}
  for (const name of names.filter((each) => each !== 'posts' && each !== 'drafts')) {
    const folder = `_${name}/`
    const paths = files.filter((path) => path.startsWith(folder) && /\.(?:md|markdown|html)$/.test(path))
    const docs: { path: string; date: string; page: unknown }[] = []
    for (const path of paths) {
      const document = published.get(path)
      const { url, date } = document ? pageOf(document) : {}
      const { entries, body } = readFrontMatter((await readText(`${dir}/${path}`)).text)
      const stem = path.slice(folder.length).replace(/\.[^.]+$/, '')
      const page = {
        path,
        slug: slugify(splitDatePrefix(stem.split('/').at(-1) ?? stem).rest),
        ...Object.fromEntries(entries.map(({ key, value }) => [key, value])),
        url: url ?? `/${name}/${stem}`,
        ...(date !== undefined && { date }),
        content: body,
        collection: name,
      }
      docs.push({ path, date: document?.fields.date ?? '', page })
    }
    // Those without a date have the moment of the build there, which is the latest.
    docs.sort((a, b) => compare(a.date || '~', b.date || '~') || compare(a.path, b.path))
    collections[name] = docs.map(({ page }) => page)
  }
  return collections
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
