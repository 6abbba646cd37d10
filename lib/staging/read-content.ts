import { join, relative, resolve, sep } from 'node:path'
import type { Site, StagedPage, StagedPost } from '../model/document'
import { type Problem, problemAtStart, sortProblems } from '../model/problem'
import { emptyRecord } from '../model/records'
import { assignPageSlugs } from './addresses/assign-page-slugs'
import { assignSlugs } from './addresses/assign-slugs'
import { claimAddresses } from './addresses/claim-addresses'
import { inferAddresses } from './addresses/infer-pattern'
import { placePages } from './addresses/place-pages'
import { resolveRedirects } from './addresses/resolve-redirects'
import type { Blog } from './blogs/blog'
import { findBeside } from './blogs/find-beside'
import { findBlogs } from './blogs/find-blogs'
import { findLoosePosts, findOwnPosts, findPages } from './blogs/own-blog'
import type { ReadPost } from './opened-post'
import { readPosts } from './read-post'
import { readSiteFile, type SiteFile } from './site-file'
import { stagePage, stagePost } from './stage-document'
import type { StageMemory } from './stage-memory'
import { listFiles } from './text/list-files'
import { readText } from './text/read-text'

/** A content folder as read: every document in the canonical shape, and the problems. */
export interface Content {
  posts: { read: ReadPost; staged: StagedPost }[]
  pages: { read: ReadPost; staged: StagedPage }[]
  site: Site
  siteFile: Pick<SiteFile, 'introLine'> & { file: string }
  /** The old blogs in it. */
  blogs: Blog[]
  /** How many documents use each key that Quire does not define. */
  extraKeys: Record<string, number>
  /** Sorted by position. */
  problems: Problem[]
}

/**
 * Reads a content folder. Everything that needs more than one document is decided here: slugs, URLs, redirects.
 * Writes nothing.
 * @param options.projectDir absolute; files are named relative to it
 * @param options.contentDir absolute, or relative to the project
 * @param options.memory of earlier runs on the same folder
 * @param options.loose treats an unrecognised folder as a folder of posts
 */
export async function readContent(options: {
  projectDir: string
  contentDir: string
  loose?: boolean
  memory?: StageMemory
}): Promise<Content> {
  const contentDir = resolve(options.projectDir, options.contentDir)
  const root = relative(options.projectDir, contentDir).split(sep).join('/') || '.'
  const files = await listFiles(contentDir, (path) => `${root}/${path}`)
  const siteFile = await readSite(contentDir, root, files.paths)
  const found = await findBlogs(contentDir, root, files)
  const own = findOwnPosts(contentDir, root, found.ownPaths)
  const besides = findBeside(contentDir, root, found)
  const imported = [...found.blogs, ...besides.blogs]
  const isLoose = options.loose === true && own.posts.length + imported.length === 0
  const blogs = isLoose ? [findLoosePosts(contentDir, root, found.ownPaths)] : imported

  const posts = await readPosts([own, ...blogs], options.memory)
  const ownPages = await readPosts([findPages(contentDir, root, files.paths)], options.memory)
  const postSlugs = assignSlugs(posts.posts)
  const pageSlugs = assignPageSlugs(ownPages.posts)
  const pageAddresses = new Set([...pageSlugs.slugs.values()].map((slug) => `/${slug}`))
  const inferred = inferAddresses(posts.posts)
  const addresses = claimAddresses(postSlugs.slugs, pageAddresses, inferred.addresses)
  const placed = placePages(posts.pages, blogs, pageSlugs.slugs, addresses.claims, languagesOf(posts.posts))
  const redirects = resolveRedirects(addresses.claims, postSlugs.slugs, pageAddresses)
  const steps = [
    files,
    siteFile,
    found,
    besides,
    posts,
    ownPages,
    postSlugs,
    pageSlugs,
    inferred,
    addresses,
    placed,
    redirects,
  ]
  const { site } = siteFile

  return {
    posts: [...postSlugs.slugs].map(([read, slug]) => {
      const claimed = { aliases: [], ...addresses.claims.get(read), redirectTo: redirects.targets.get(read) }
      return { read, staged: stagePost(read, slug, claimed, site) }
    }),
    pages: [
      ...[...pageSlugs.slugs].map(([read, slug]) => ({ read, staged: stagePage(read, { slug }, site) })),
      ...[...placed.pages].map(([read, place]) => ({ read, staged: stagePage(read, place, site) })),
    ],
    site,
    siteFile,
    blogs: blogs.map((blog) => ({
      ...withOrigin(blog, inferred.origins.get(blog)),
      movedUrls: placed.moved.get(blog),
    })),
    extraKeys: countKeys([...posts.posts, ...ownPages.posts, ...placed.pages.keys()]),
    problems: sortProblems([
      ...steps.flatMap(({ problems }) => problems),
      ...posts.posts.flatMap(reportDateless),
    ]),
  }
}

/** The first segments of URLs that may belong to the lists of a language. */
function languagesOf(posts: readonly ReadPost[]): Set<string> {
  return new Set(posts.flatMap(({ fields, file }) => (fields.lang ?? file.lang)?.toLowerCase() ?? []))
}

function withOrigin(blog: Blog, origin: string | undefined): Blog {
  return origin === undefined ? blog : { ...blog, settings: { ...blog.settings, origin } }
}

/** Reads `site.yaml` of a content folder. @param paths files of the folder, relative to it */
export async function readSite(
  contentDir: string,
  root: string,
  paths: readonly string[],
): Promise<SiteFile & { file: string }> {
  const name = paths.find((path) => path === 'site.yaml' || path === 'site.yml')
  const file = `${root}/${name ?? 'site.yaml'}`
  const content = name && (await readText(join(contentDir, name))).text
  return { ...readSiteFile(file, content), file }
}

function reportDateless({ file, fields, wrong }: ReadPost): Problem[] {
  if (fields.date !== undefined || fields.draft || file.draft || wrong.has('date')) return []
  return [
    problemAtStart(file.file, {
      severity: 'warning',
      rule: 'front-matter/no-date',
      message:
        'There is not a date in the front matter or the file name, so the post is listed last, without a date.',
      hint: 'Write `date: 2024-05-08` in the front matter.',
    }),
  ]
}

function countKeys(documents: readonly ReadPost[]): Record<string, number> {
  const counts = emptyRecord<number>()
  for (const key of documents.flatMap(({ extra }) => Object.keys(extra)).sort())
    counts[key] = (counts[key] ?? 0) + 1
  return counts
}
