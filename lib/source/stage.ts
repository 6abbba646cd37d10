import { join, relative, resolve, sep } from 'node:path'
import { writeWhole } from '../write-whole'
import { assignPageSlugs } from './assign-page-slugs'
import { assignSlugs } from './assign-slugs'
import type { Blog } from './blog'
import { claimAddresses } from './claim-addresses'
import type { Site, StagedPage, StagedPost } from './document'
import { listFiles, readText } from './files'
import { findBlogs } from './find-blogs'
import { findOwnPosts, findPages, reportUnread } from './own-blog'
import { hashPipeline } from './pipeline-hash'
import { type Problem, sortProblems } from './problem'
import { type ReadPost, readPosts } from './read-post'
import { resolveRedirects } from './resolve-redirects'
import { readSiteFile, type SiteFile } from './site-file'
import { stagePage, stagePost, stageSite } from './stage-document'
import { type StagedFile, writeStagedFiles } from './staged-file'

/** Everything the staging step decided. Also in `.quire/stage.json`. */
export interface StageResult {
  posts: StagedPost[]
  pages: StagedPage[]
  site: Site
  /** The old blogs among the content. */
  blogs: StagedBlog[]
  /** How many documents use each key that is not ours. */
  extraKeys: Record<string, number>
  problems: Problem[]
}

/** What later steps and reports need to know about an old blog. */
export interface StagedBlog extends Pick<Blog, 'root' | 'dialect' | 'knownBy'> {
  /** Path below which it lived: `''`, or `/blog`. */
  base: string
  /** Where it lived, without a slash at its end. */
  origin?: string
}

/**
 * The staging step: reads what the author wrote, in any dialect, and writes it into `.quire/content` in the one
 * canonical shape that Contentlayer reads. Never writes into the content folder.
 * @param options.projectDir absolute
 * @param options.contentDir absolute, or relative to the project
 */
export async function stage(options: { projectDir: string; contentDir: string }): Promise<StageResult> {
  const { projectDir } = options
  const contentDir = resolve(projectDir, options.contentDir)
  const root = relative(projectDir, contentDir).split(sep).join('/') || '.'
  const files = await listFiles(contentDir, (path) => `${root}/${path}`)
  const siteFile = await readSite(contentDir, root, files.paths)
  const { site } = siteFile
  const { blogs, ownPaths, problems: blogProblems } = await findBlogs(contentDir, root, files)
  const posts = await readPosts([findOwnPosts(contentDir, root, ownPaths), ...blogs])
  const pages = await readPosts([findPages(contentDir, root, files.paths)])
  const postSlugs = assignSlugs(posts.posts)
  const pageSlugs = assignPageSlugs(pages.posts)
  const pageAddresses = new Set([...pageSlugs.slugs.values()].map((slug) => `/${slug}`))
  const addresses = claimAddresses(postSlugs.slugs, pageAddresses)
  const redirects = resolveRedirects(addresses.claims, postSlugs.slugs, pageAddresses)
  const problems = [
    ...[files, siteFile, posts, pages, postSlugs, pageSlugs, addresses, redirects].flatMap(
      (step) => step.problems,
    ),
    ...blogProblems,
    ...reportUnread(root, ownPaths),
    ...posts.posts.flatMap(reportDateless),
  ]

  const stagedPosts = [...postSlugs.slugs].map(([read, slug]) => ({
    read,
    staged: stagePost(
      read,
      slug,
      { aliases: [], ...addresses.claims.get(read), redirectTo: redirects.targets.get(read) },
      site,
    ),
  }))
  const stagedPages = [...pageSlugs.slugs].map(([read, slug]) => ({
    read,
    staged: stagePage(read, slug, site),
  }))
  const staged: StagedFile[] = [
    ...stagedPosts.map((post) => stagedFile('posts', post)),
    ...stagedPages.map((page) => stagedFile('pages', page)),
    { path: 'site.md', frontMatter: stageSite(site, siteFile.file, siteFile.introLine), body: site.intro },
  ]
  const quireDir = join(projectDir, '.quire')
  await writeStagedFiles(join(quireDir, 'content'), staged, await hashPipeline(projectDir))
  const result: StageResult = {
    posts: stagedPosts.map(({ staged }) => staged),
    pages: stagedPages.map(({ staged }) => staged),
    site,
    blogs: blogs.map(({ root, dialect, knownBy, settings: { base, origin } }) => ({
      root,
      dialect,
      knownBy,
      base,
      origin,
    })),
    extraKeys: countKeys([...posts.posts, ...pages.posts]),
    problems: sortProblems(problems),
  }
  await writeWhole(join(quireDir, 'stage.json'), JSON.stringify(result))
  return result
}

async function readSite(
  contentDir: string,
  root: string,
  paths: readonly string[],
): Promise<SiteFile & { file: string }> {
  const name = paths.find((path) => path === 'site.yaml' || path === 'site.yml')
  const file = `${root}/${name ?? 'site.yaml'}`
  const content = name && (await readText(join(contentDir, name))).text
  return { ...readSiteFile(file, content), file }
}

function stagedFile(
  folder: string,
  { read, staged }: { read: ReadPost; staged: StagedPost | StagedPage },
): StagedFile {
  return { path: `${folder}/${staged.slug}.md`, frontMatter: staged, body: read.body }
}

function reportDateless({ file, fields, wrong }: ReadPost): Problem[] {
  if (fields.date !== undefined || fields.draft || file.draft || wrong.has('date')) return []
  return [
    {
      severity: 'warning',
      rule: 'front-matter/no-date',
      file: file.file,
      line: 1,
      column: 1,
      message:
        'There is no date, neither in the front matter nor in the file’s name; the post comes last, without one.',
      mend: 'Write `date: 2024-05-08` in the front matter.',
    },
  ]
}

function countKeys(documents: readonly ReadPost[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of documents.flatMap(({ extra }) => Object.keys(extra)).sort())
    counts[key] = (counts[key] ?? 0) + 1
  return counts
}
