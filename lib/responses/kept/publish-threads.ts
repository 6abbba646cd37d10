import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import { workspace } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import { renderComment } from '../comments/render-comment'
import { keptFile, keptSlugs, placed, readKept } from './kept-comments'
import type { KeptComment, KeptThread } from './kept-thread'

/**
 * Renders the comments of the repository for the pages of their posts, which then need no Markdown pipeline of their own.
 * @param projectDir absolute path of the folder that holds package.json
 * @param slugs of the existing posts
 * @returns the problems in the files of all posts
 */
export async function publishThreads(projectDir: string, slugs: ReadonlySet<string>): Promise<Problem[]> {
  const folder = workspace(projectDir).keptComments
  const kept = await keptSlugs()
  const problems = await Promise.all(
    kept.map(async (slug) => {
      const { comments, problems } = await readKept(slug)
      await writeFileAtomic(join(folder, `${slug}.json`), JSON.stringify(toThreads(comments)))
      return slugs.has(slug) ? problems : [...problems, unknownPost(slug)]
    }),
  )
  const stale = (await readdir(folder).catch(() => [])).filter((name) => !kept.includes(name.slice(0, -5)))
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })))
  return problems.flat()
}

/** The comments as threads of two levels, oldest first, rendered. */
export function toThreads(comments: readonly KeptComment[]): KeptThread[] {
  const shown = [...comments]
    .sort((a, b) => Date.parse(a.date) - Date.parse(b.date))
    .map((comment) => ({ ...comment, html: renderComment(comment.text).html }))
  const ids = new Set(shown.map(({ id }) => id))
  const isTop = ({ parent }: KeptComment) => !parent || !ids.has(parent)
  return shown.filter(isTop).map((comment) => ({
    comment,
    answers: shown.filter((each) => each.parent === comment.id && !isTop(each)),
  }))
}

function unknownPost(slug: string): Problem {
  const file = keptFile(slug).replaceAll('\\', '/')
  return {
    ...placed(file),
    rule: 'responses/unknown-post',
    message: `These comments are shown nowhere: no post has the slug “${slug}”.`,
    hint: 'Name the file after the slug of its post.',
  }
}
