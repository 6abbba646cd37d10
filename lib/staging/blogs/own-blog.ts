import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import { type Blog, NO_SETTINGS } from './blog'
import { isSectionPage, MARKDOWN } from './markdown-files'
import { nameOfFile } from './post-name'

/**
 * The author's own posts: every Markdown file below `posts/`, `x.md` or `x/index.md` with its pictures beside it.
 * @param contentDir absolute
 * @param root `contentDir` relative to the project
 * @param paths every file of the content folder that belongs to no old blog, relative to it
 */
export function findOwnPosts(contentDir: string, root: string, paths: readonly string[]): Blog {
  return ownBlog(contentDir, root, markdownBelow('posts/', paths))
}

/** A folder of posts of no known system: every Markdown file that has front matter. */
export function findLoosePosts(contentDir: string, root: string, paths: readonly string[]): Blog {
  return { ...ownBlog(contentDir, root, markdownBelow('', paths)), knownBy: 'front matter' }
}

/** The author's pages: `pages/about.md` is `/about`. They are read like posts. */
export function findPages(contentDir: string, root: string, paths: readonly string[]): Blog {
  return ownBlog(contentDir, root, markdownBelow('pages/', paths))
}

/** Files that look like posts and are not read as such. */
export function reportUnread(root: string, paths: readonly string[]): Problem[] {
  return paths
    .filter((path) => /^(?:posts|pages)\/.*\.mdx$/i.test(path))
    .map((path) => ({
      severity: 'warning',
      rule: 'files/unread',
      file: `${root}/${path}`,
      line: 1,
      column: 1,
      message: 'MDX is not read, so this post is not published.',
      hint: 'Rename it to `.md`: Markdown and HTML in it work as they are.',
    }))
}

function markdownBelow(folder: string, paths: readonly string[]): string[] {
  return paths.filter((path) => path.startsWith(folder) && MARKDOWN.test(path) && !isSectionPage(path))
}

function ownBlog(dir: string, root: string, paths: readonly string[]): Blog {
  const posts = paths.map((path) => ({
    path: join(dir, path),
    file: `${root}/${path}`,
    inBlog: path,
    name: nameOfFile(path),
    draft: path.split('/').includes('_drafts'),
  }))
  return { dialect: 'plain', knownBy: '', root, dir, posts, settings: NO_SETTINGS, config: {} }
}
