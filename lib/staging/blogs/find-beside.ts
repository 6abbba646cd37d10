import { type Problem, problemAtStart } from '../../model/problem'
import type { Blog } from './blog'
import type { FoundBlogs } from './find-blogs'
import { findUnmarked } from './own-blog'

/**
 * Folders below `posts/` in which no system was detected, each an imported blog in plain Markdown. In a repository that keeps
 * a blog in one of its folders (`apps/site`, `website`), the Markdown beside it is not part of that blog, and not published.
 * @param contentDir absolute
 * @param root the same, relative to the project
 */
export function findBeside(
  contentDir: string,
  root: string,
  found: FoundBlogs,
): { blogs: Blog[]; problems: Problem[] } {
  const blogs: Blog[] = []
  const problems: Problem[] = []
  for (const folder of findUnmarked(contentDir, root, found.ownPaths)) {
    const inside = found.blogs.find(
      (blog) => blog.posts.length > 0 && blog.root.startsWith(`${folder.root}/`),
    )
    if (inside) problems.push(besideBlog(folder, inside))
    else blogs.push(folder)
  }
  return { blogs, problems }
}

function besideBlog({ root, posts }: Blog, inside: Blog): Problem {
  const [first] = posts
  const count =
    posts.length === 1 ? 'This Markdown file is' : `This Markdown file and ${posts.length - 1} more are`
  return problemAtStart(first?.file ?? root, {
    severity: 'warning',
    rule: 'files/unread',
    message: `${count} beside the blog in ${inside.root}, not in it, and not published.`,
    hint: 'Write a `_source.yaml` with `dialect: plain` into the folder of those that should be posts.',
  })
}
