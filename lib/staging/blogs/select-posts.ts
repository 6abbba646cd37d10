import type { Dialect } from '../../model/document'
import { isSectionPage, MARKDOWN } from './markdown-files'

/**
 * The files that a system would publish as posts. Each rule is that system's own.
 * @param paths every file of the blog, relative to its root
 * @param postsFolder `posts:` of `_source.yaml`: then every Markdown file below it, whatever the system
 */
export function selectPosts(dialect: Dialect, paths: readonly string[], postsFolder = ''): string[] {
  const folder = postsFolder.replace(/^[./]+|\/+$/g, '')
  const markdown = paths.filter((path) => MARKDOWN.test(path) && !isSectionPage(path))
  if (folder) return markdown.filter((path) => path.startsWith(`${folder}/`))
  const bundles = new Set(markdown.filter((path) => /\/index\.[^/]+$/.test(path)).map(folderOf))
  return markdown.filter((path) => {
    if (dialect === 'jekyll' || dialect === 'octopress') return isJekyllPost(path)
    if (dialect === 'hugo' || dialect === 'zola')
      return path.startsWith('content/') && !isBundled(path, bundles)
    return true
  })
}

/**
 * Whether a file is a post only if it has front matter: so in Jekyll, and where no folder of the system tells a post
 * from a README.
 */
export function needsFrontMatter(dialect: Dialect): boolean {
  return dialect !== 'hugo' && dialect !== 'zola' && dialect !== 'obsidian'
}

/**
 * Files that stand where posts stand and are none of ours: not dated as Jekyll demands, or in another language than
 * Markdown. @returns why, by path
 */
export function findUnread(dialect: Dialect, paths: readonly string[]): Map<string, string> {
  const unread = new Map<string, string>()
  for (const path of paths) {
    const isJekyll = dialect === 'jekyll' || dialect === 'octopress'
    const isInFolder = isJekyll ? /(?:^|\/)_posts\//.test(path) : /^(?:posts|content)\//.test(path)
    if (!isInFolder || /^(?:_site|vendor)\//.test(path)) continue
    if (OTHER_LANGUAGE.test(path)) unread.set(path, 'is not Markdown')
    else if (isJekyll && MARKDOWN.test(path) && !isJekyllPost(path)) {
      unread.set(path, 'has no date before its name, so Jekyll did not publish it')
    }
  }
  return unread
}

const OTHER_LANGUAGE = /\.(?:mdx|textile|org|adoc|asciidoc|rst|pandoc)$/i

/** `_posts/` holds dated files, `_drafts/` any. @see https://jekyllrb.com/docs/posts/ */
function isJekyllPost(path: string): boolean {
  if (/^(?:_site|vendor)\//.test(path)) return false
  return (
    /(?:^|\/)_drafts\//.test(path) || /(?:^|\/)_posts\/(?:.*\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path)
  )
}

/** A file beside or below an `index.md` is part of that page. @see https://gohugo.io/content-management/page-bundles/ */
function isBundled(path: string, bundles: ReadonlySet<string>): boolean {
  const own = /\/index\.[^/]+$/.test(path) ? folderOf(folderOf(path)) : folderOf(path)
  for (let folder = own; folder.includes('/'); folder = folderOf(folder)) if (bundles.has(folder)) return true
  return false
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
