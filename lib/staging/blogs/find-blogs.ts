import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import type { FileList } from '../text/list-files'
import { readText } from '../text/read-text'
import type { Blog, PostFile } from './blog'
import { readBlogConfig } from './config'
import { findRoots, type RootMark } from './find-roots'
import { nameOfFile } from './post-name'
import { findUnread, selectPosts } from './select-posts'
import { readBlogSettings } from './settings'
import { readSourceFile, type SourceFile } from './source-yaml'

/** The old blogs of a content folder, and the files that belong to none of them. */
export interface FoundBlogs {
  blogs: Blog[]
  /** Relative to the content folder. */
  ownPaths: string[]
  problems: Problem[]
}

/**
 * Finds every old blog that lies in the content folder as it is, or that the content folder itself is.
 * @param contentDir absolute
 * @param contentRoot the same, relative to the project
 */
export async function findBlogs(
  contentDir: string,
  contentRoot: string,
  files: FileList,
): Promise<FoundBlogs> {
  const read = async (path: string) => (await readText(join(contentDir, path))).text
  const sources = new Map<string, SourceFile>()
  const problems: Problem[] = []
  for (const path of files.paths.filter((each) => /(?:^|\/)_source\.ya?ml$/.test(each))) {
    const { source, problems: wrong } = readSourceFile(`${contentRoot}/${path}`, await read(path))
    sources.set(path.replace(/\/?[^/]+$/, ''), source)
    problems.push(...wrong)
  }
  const roots = outermost(await findRoots(files.paths, files.vaults, read), sources)
  const shares = share(files.paths, roots)
  const blogs = await Promise.all(
    roots.map(async (mark): Promise<Blog> => {
      const source = sources.get(mark.folder) ?? {}
      const dialect = source.dialect ?? mark.dialect
      const dir = join(contentDir, mark.folder)
      const root = mark.folder ? `${contentRoot}/${mark.folder}` : contentRoot
      const paths = shares.get(mark) ?? []
      const { config, problems: broken } = await readBlogConfig(
        dialect,
        paths,
        (path) => read(mark.folder ? `${mark.folder}/${path}` : path),
        (path) => `${root}/${path}`,
      )
      problems.push(...broken)
      for (const [path, why] of findUnread(dialect, paths)) problems.push(unread(`${root}/${path}`, why))
      const posts = selectPosts(dialect, paths, source.posts).map((path) => postFile(dir, root, path))
      const settings = readBlogSettings(dialect, config, source)
      return {
        dialect,
        knownBy: source.dialect ? '_source.yaml' : mark.knownBy,
        root,
        dir,
        posts,
        settings,
        config,
      }
    }),
  )
  return { blogs, ownPaths: shares.get(undefined) ?? [], problems }
}

/** A root inside another is part of it (a theme's example site), unless the author says otherwise there. */
function outermost(marks: readonly RootMark[], sources: ReadonlyMap<string, SourceFile>): RootMark[] {
  const told = [...sources.keys()]
    .filter((folder) => !marks.some((mark) => mark.folder === folder))
    .map((folder): RootMark => ({ folder, dialect: 'plain', knownBy: '_source.yaml' }))
  const all = [...marks, ...told]
  return all.filter(
    ({ folder }) =>
      sources.has(folder) || !all.some((other) => other.folder !== folder && isBelow(folder, other.folder)),
  )
}

/** Gives every file to the innermost root above it, as a path relative to that root. */
function share(paths: readonly string[], roots: readonly RootMark[]): Map<RootMark | undefined, string[]> {
  const shares = new Map<RootMark | undefined, string[]>()
  const innermostFirst = [...roots].sort((a, b) => b.folder.length - a.folder.length)
  for (const path of paths) {
    const root = innermostFirst.find(({ folder }) => isBelow(path, folder))
    const relative = root?.folder ? path.slice(root.folder.length + 1) : path
    const known = shares.get(root)
    if (known) known.push(relative)
    else shares.set(root, [relative])
  }
  return shares
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

function unread(file: string, why: string): Problem {
  return {
    severity: 'warning',
    rule: 'files/unread',
    file,
    line: 1,
    column: 1,
    message: `This file ${why}; it is no post here.`,
    hint: 'Rename it, or write it as Markdown, if it should be one.',
  }
}

function postFile(dir: string, root: string, inBlog: string): PostFile {
  return {
    path: join(dir, inBlog),
    file: `${root}/${inBlog}`,
    inBlog,
    name: nameOfFile(inBlog),
    draft: /(?:^|\/)_drafts\//.test(inBlog),
  }
}
