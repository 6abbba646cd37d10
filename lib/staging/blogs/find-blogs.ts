import { join } from 'node:path'
import { dialectOf } from '../../dialects/dialects'
import { type Problem, problemAtStart } from '../../model/problem'
import { isMarkdown } from '../../urls/markdown-files'
import type { FileList } from '../text/list-files'
import { readText } from '../text/read-text'
import type { Blog } from './blog'
import { readBlogConfig } from './config'
import { findRoots, foldersAbove, nameOfFolder, type RootMark, viewRoot } from './find-roots'
import { readFolderData, withFolderData } from './folder-data'
import { findLanguageSuffixes } from './language-suffix'
import { readNotation } from './notation'
import { readOwnTags } from './own-tags'
import { postFile } from './post-file'
import { isRedirectFile, readRedirectFile } from './redirect-files'
import { pageUrlOf, selectPages } from './select-pages'
import { selectPosts } from './select-posts'
import { readBlogSettings } from './settings'
import { readSourceFile, type SourceFile } from './source-yaml'
import { readStartAliases } from './start-page'

/** The imported blogs detected in a content folder, and the files that belong to none of them. */
export interface FoundBlogs {
  blogs: Blog[]
  /** Relative to the content folder. */
  ownPaths: string[]
  problems: Problem[]
}

/**
 * Finds every imported blog that was copied into the content folder, or whose root is the content folder itself.
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
  const roots = outermost(await findRoots(files, read), sources)
  const shares = share(files.paths, roots)
  const shareOf = ({ folder }: RootMark) => [...shares].find(([mark]) => mark?.folder === folder)?.[1] ?? []

  /** @param only the posts, if they are known */
  async function readBlog(mark: RootMark, only?: readonly string[]): Promise<Blog> {
    const source = sources.get(mark.folder) ?? {}
    const dialect = source.dialect ?? mark.dialect
    const record = dialectOf(dialect)
    const dir = join(contentDir, mark.folder)
    const root = nameOfFolder(contentRoot, mark.folder)
    const paths = shareOf(mark)
    const readFile = (path: string) => read(mark.folder ? `${mark.folder}/${path}` : path)
    const { config, problems: broken } = await readBlogConfig(
      record,
      paths,
      readFile,
      (path) => `${root}/${path}`,
    )
    problems.push(...broken)
    const view = viewRoot('', new Set(paths), new Set(paths.flatMap(foldersAbove)), readFile)
    const { posts, unread } = selectPosts(record, only ?? paths, config, view, source.posts)
    const pages = selectPages(record, paths, config, posts)
    const refused = [...unread.keys()].filter(isMarkdown)
    // Another system with the same folders: the one that was detected would not have published anything.
    if (posts.length === 0 && refused.length > pages.length && !source.dialect)
      return readBlog({ ...mark, dialect: 'plain' }, refused)
    for (const [path, why] of unread) problems.push(unreadFile(`${root}/${path}`, why))
    const languages = findLanguageSuffixes(posts)
    const splitLanguage = (path: string) => languages.get(path) ?? { path }
    const notation = await readNotation(record, config, paths, posts, readFile)
    return {
      kind: 'imported',
      dialect,
      record,
      detectedBy: source.dialect ? '_source.yaml' : mark.detectedBy,
      root,
      dir,
      posts: posts.map((path) => postFile(dir, root, path, { splitLanguage, ...record }, config)),
      pages: pages.map((path) => ({
        ...postFile(dir, root, path, record, config),
        pageUrl: pageUrlOf(record, path, config),
        collection: record.collectionOf?.(path, config),
      })),
      files: paths,
      movedUrls: {
        ...(await readStartAliases(record, paths, config, readFile)),
        ...(await readRedirects(paths, readFile)),
      },
      settings: withFolderData(
        readBlogSettings(record, config, source, notation),
        await readFolderData(record, paths, readFile),
      ),
      ownTags: await readOwnTags(record, paths, readFile, config),
      config,
    }
  }

  const blogs: Blog[] = []
  for (const mark of roots) blogs.push(await readBlog(mark))
  return { blogs, ownPaths: shares.get(undefined) ?? [], problems }
}

/** The redirects that the old host was told, by URL. */
async function readRedirects(
  paths: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<Record<string, string>> {
  const texts = await Promise.all(paths.filter(isRedirectFile).map(read))
  return Object.fromEntries(texts.flatMap((text) => [...readRedirectFile(text)]))
}

/** A root inside another is part of it (a theme's example site), unless the author says otherwise there. */
function outermost(marks: readonly RootMark[], sources: ReadonlyMap<string, SourceFile>): RootMark[] {
  const declared = [...sources.keys()]
    .filter((folder) => !marks.some((mark) => mark.folder === folder))
    .map((folder): RootMark => ({ folder, dialect: 'plain', detectedBy: '_source.yaml' }))
  const all = [...marks, ...declared]
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

function unreadFile(file: string, why: string): Problem {
  return problemAtStart(file, {
    severity: 'warning',
    rule: 'files/unread',
    message: `This file ${why}; it is not published here.`,
    hint: 'Rename it, or write it as Markdown, if it should be a post.',
  })
}
