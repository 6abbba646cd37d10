import { join } from 'node:path'
import type { Blog, PostFile } from './blog'
import { nameOfFile } from './post-name'
import type { Problem } from './problem'

/**
 * The author's own posts: every Markdown file below `posts/`, `x.md` or `x/index.md` with its pictures beside it.
 * @param contentDir absolute
 * @param root `contentDir` relative to the project
 * @param paths every file of the content folder that belongs to no old blog, relative to it
 */
export function findOwnPosts(contentDir: string, root: string, paths: readonly string[]): Blog {
  return {
    dialect: 'plain',
    root,
    posts: paths.filter(isPost).map((path) => postFile(contentDir, root, path)),
  }
}

/** The author's pages: `pages/about.md` is `/about`. They are read like posts. */
export function findPages(contentDir: string, root: string, paths: readonly string[]): Blog {
  const pages = paths.filter((path) => path.startsWith('pages/') && MARKDOWN.test(path))
  return { dialect: 'plain', root, posts: pages.map((path) => postFile(contentDir, root, path)) }
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
      mend: 'Rename it to `.md`: Markdown and HTML in it work as they are.',
    }))
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i

function isPost(path: string): boolean {
  return path.startsWith('posts/') && MARKDOWN.test(path) && !/(?:^|\/)_index\.[^/]+$/.test(path)
}

function postFile(contentDir: string, root: string, path: string): PostFile {
  const draft = path.split('/').includes('_drafts')
  return { path: join(contentDir, path), file: `${root}/${path}`, name: nameOfFile(path), draft }
}
