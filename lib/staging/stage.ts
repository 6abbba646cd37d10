import { join } from 'node:path'
import type { MarkdownSettings, Site, StagedPage, StagedPost } from '../model/document'
import type { Problem } from '../model/problem'
import type { TermUrls } from '../model/term-urls'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'
import type { Blog } from './blogs/blog'
import type { ReadPost } from './opened-post'
import { readContent } from './read-content'
import { stageSite } from './stage-document'
import type { StageMemory } from './stage-memory'
import { type StagedFile, writeStagedFiles } from './staged-file'
import { writePictures } from './write-pictures'

/** The result of the staging step. Also written to `.quire/stage.json`. */
export interface StageResult {
  posts: StagedPost[]
  pages: StagedPage[]
  site: Site
  /** The old blogs among the content. */
  blogs: StagedBlog[]
  /** How many documents use each key that Quire does not define. */
  extraKeys: Record<string, number>
  problems: Problem[]
}

/** The result of the staging step that is passed on in memory. */
export interface Staged extends StageResult {
  /** The documents as later steps see them, with their bodies. */
  texts: {
    posts: StagedText<StagedPost>[]
    pages: StagedText<StagedPage>[]
    site: StagedText<Site & { settings: MarkdownSettings }>
  }
}

export interface StagedText<Document> {
  staged: Document
  body: string
}

/** The information about an old blog that later steps and reports need. */
export interface StagedBlog extends Pick<Blog, 'root' | 'dialect' | 'detectedBy'> {
  /** Its base path: `''`, or `/blog`. */
  base: string
  /** Its origin, without a trailing slash. */
  origin?: string
  /** Old URLs that lead to a list here or to another site, and where to. */
  movedUrls: Record<string, string>
  /** Where it listed the posts of a tag or category, with its base path. */
  termUrls: TermUrls
}

/**
 * The staging step: reads what the author wrote, in any dialect, and writes it into `.quire/content` in the one
 * canonical shape that Contentlayer reads. Never writes into the content folder.
 * @param options.projectDir absolute
 * @param options.contentDir absolute, or relative to the project
 * @param options.memory of earlier runs in this process
 */
export async function stage(options: {
  projectDir: string
  contentDir: string
  memory?: StageMemory
}): Promise<Staged> {
  const { posts, pages, site, siteFile, blogs, extraKeys, problems } = await readContent(options)
  const stagedSite = stageSite(site, siteFile.file, siteFile.introLine)
  const files: StagedFile[] = [
    ...posts.map((post) => stagedFile('posts', post)),
    ...pages.map((page) => stagedFile('pages', page)),
    { path: 'site.md', frontMatter: stagedSite, body: site.intro },
  ]
  await writePictures(workspace(options.projectDir).notebookPictures, [...posts, ...pages])
  const quireDir = join(options.projectDir, '.quire')
  await writeStagedFiles(join(quireDir, 'content'), files, options.memory)
  const result: StageResult = {
    posts: posts.map(({ staged }) => staged),
    pages: pages.map(({ staged }) => staged),
    site,
    blogs: blogs.map(stagedBlog),
    extraKeys,
    problems,
  }
  await writeFileAtomic(join(quireDir, 'stage.json'), JSON.stringify(result))
  const withBody = <Document>({ read, staged }: { read: ReadPost; staged: Document }) => ({
    staged,
    body: read.body,
  })
  return {
    ...result,
    texts: {
      posts: posts.map(withBody),
      pages: pages.map(withBody),
      site: { staged: stagedSite, body: site.intro },
    },
  }
}

/** What later steps need of a blog. */
export function stagedBlog({
  root,
  dialect,
  detectedBy,
  record,
  config,
  settings: { base, origin },
  movedUrls = {},
}: Blog): StagedBlog {
  const { tags = [], categories = [] } = record.termUrls?.(config) ?? {}
  const withBase = (url: string) => `${base}/${url.replace(/^\/+/, '')}`
  const termUrls = { tags: tags.map(withBase), categories: categories.map(withBase) }
  return { root, dialect, detectedBy, base, origin, movedUrls, termUrls }
}

function stagedFile(
  folder: string,
  { read, staged }: { read: ReadPost; staged: StagedPost | StagedPage },
): StagedFile {
  return { path: `${folder}/${staged.slug}.md`, frontMatter: staged, body: read.body }
}
