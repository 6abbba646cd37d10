import type { Config, DialectRecord, RootFiles } from '../../dialects/dialect'
import { trimEndOf } from '../../model/trim-end'
import { isHtmlFile, isMarkdown, isSectionPage, selectNotebooks } from '../../urls/markdown-files'

/** The files of a blog that are its posts, and other files that look like posts but are not. */
export interface SelectedPosts {
  posts: string[]
  /** Why each of the others is not published, by path. */
  unread: Map<string, string>
}

/**
 * Finds the files that a system would publish as posts, by its dialect.
 * @param paths every file of the blog, relative to its root
 * @param postsFolder `posts:` of `_source.yaml`: then every Markdown file below it, in any system
 */
export function selectPosts(
  record: DialectRecord,
  paths: readonly string[],
  config: Config,
  root: Pick<RootFiles, 'hasFolder'>,
  postsFolder = '',
): SelectedPosts {
  const named = trimEndOf(postsFolder.replace(/^[./]+/, ''), '/')
  const folders = named ? [named] : (record.postFolders?.(config, root) ?? [''])
  const inFolders = paths.filter((path) => folders.some((folder) => isBelow(path, folder)))
  const isDocument = (path: string) => isMarkdown(path) || (record.htmlPosts === true && isHtmlFile(path))
  const notebooks = new Set(
    selectNotebooks(inFolders).filter((path) => named || record.notebooks?.test(path)),
  )
  const markdown = inFolders.filter((path) => isMarkdown(path) && !isSectionPage(path))
  const bundles = new Set(markdown.filter((path) => /\/index\.[^/]+$/.test(path)).map(folderOf))
  const selected: SelectedPosts = { posts: [], unread: new Map() }
  for (const path of inFolders) {
    const answer = named ? true : (record.isPost?.(path) ?? true)
    if (answer === false) continue
    if (notebooks.has(path) && answer === true) selected.posts.push(path)
    else if (!isDocument(path)) {
      // If posts can be anywhere, a README in another language is not a post.
      const isAmongPosts = record.isPost !== undefined || !folders.includes('')
      if (isAmongPosts && OTHER_LANGUAGE.test(path)) selected.unread.set(path, 'is not Markdown')
    } else if (typeof answer === 'string') selected.unread.set(path, answer)
    else if (!isSectionPage(path) && !(record.hasBundles && !named && isBundled(path, bundles)))
      selected.posts.push(path)
  }
  return selected
}

const OTHER_LANGUAGE = /\.(?:textile|org|adoc|asciidoc|rst|pandoc)$/i

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/** A file next to or below an `index.md` is part of that page. @see https://gohugo.io/content-management/page-bundles/ */
function isBundled(path: string, bundles: ReadonlySet<string>): boolean {
  const own = /\/index\.[^/]+$/.test(path) ? folderOf(folderOf(path)) : folderOf(path)
  for (let folder = own; folder.includes('/'); folder = folderOf(folder)) if (bundles.has(folder)) return true
  return false
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
