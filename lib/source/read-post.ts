import pLimit from 'p-limit'
import type { Blog, PostFile } from './blog'
import { repairBody, reportRepairs } from './body-repair'
import type { Dialect } from './document'
import type { Entry } from './entry'
import { type FieldName, type Fields, readFields } from './fields'
import { readText } from './files'
import { findFirstHeading } from './first-heading'
import { type FrontMatter, readFrontMatter } from './front-matter'
import { titleOfName } from './post-name'
import type { Problem } from './problem'
import { splitDatePrefix } from './slug'

/** What one file says, before it is compared with others. */
export interface ReadPost {
  file: PostFile
  dialect: Dialect
  /** As written, and completed: `title` is there always, `date` where the file's name has one. */
  fields: Fields & { title: string }
  titleIsFirstHeading: boolean
  extra: Record<string, unknown>
  origin: Partial<Record<keyof Fields, Entry>>
  /** Fields whose value could not be read; a problem says so. */
  wrong: ReadonlySet<FieldName>
  format: FrontMatter['format']
  body: string
  bodyLine: number
}

/** Reads every post of a blog, in the order of their files. */
export async function readPosts(blog: Blog): Promise<{ posts: ReadPost[]; problems: Problem[] }> {
  // Enough to keep the disk busy, few enough for any limit of open files.
  const limit = pLimit(32)
  const results = await Promise.all(blog.posts.map((file) => limit(() => readPost(file, blog.dialect))))
  return {
    posts: results.flatMap(({ post }) => post ?? []),
    problems: results.flatMap(({ problems }) => problems),
  }
}

/**
 * Reads a post or page: front matter of any kind, body, and what the front matter leaves to the text or the name.
 * @returns no post where nothing reliable could be read; the problems then hold the error
 */
export async function readPost(
  file: PostFile,
  dialect: Dialect,
): Promise<{ post?: ReadPost; problems: Problem[] }> {
  const { text, decoded } = await readText(file.path)
  const frontMatter = readFrontMatter(text)
  const problems: Problem[] = decoded ? [wrongEncoding(file.file, decoded)] : []
  const report = (found: readonly Omit<Problem, 'file'>[]) =>
    problems.push(...found.map((each) => ({ ...each, file: file.file, rule: `front-matter/${each.rule}` })))
  report(frontMatter.problems)
  if (frontMatter.problems.some((problem) => problem.severity === 'error')) return { problems }

  const { fields, extra, origin, wrong, problems: found } = readFields(frontMatter.entries, dialect)
  report(found)
  const { text: body, runs } = repairBody(frontMatter.body)
  const bodyRuns = runs.map((run) => ({ ...run, line: run.line + frontMatter.bodyLine - 1 }))
  problems.push(...reportRepairs(file.file, [...frontMatter.repairs, ...bodyRuns]))

  const heading = fields.title === undefined ? findFirstHeading(body) : undefined
  const title = fields.title ?? heading ?? titleOfName(file.name)
  if (fields.title === undefined && heading === undefined) problems.push(noTitle(file, title))
  const post: ReadPost = {
    file,
    dialect,
    fields: { ...fields, title, date: fields.date ?? splitDatePrefix(file.name).date },
    titleIsFirstHeading: heading !== undefined,
    extra,
    origin,
    wrong,
    format: frontMatter.format,
    body,
    bodyLine: frontMatter.bodyLine,
  }
  return { post, problems }
}

function noTitle(file: PostFile, title: string): Problem {
  return {
    severity: 'warning',
    rule: 'front-matter/no-title',
    file: file.file,
    line: 1,
    column: 1,
    message: `There is no title, neither in the front matter nor as a heading; the file’s name makes it “${title}”.`,
    mend: 'Write `title:` in the front matter.',
  }
}

function wrongEncoding(file: string, encoding: string): Problem {
  return {
    severity: 'warning',
    rule: 'files/encoding',
    file,
    line: 1,
    column: 1,
    message: `The file is not UTF-8; it was read as ${encoding}.`,
    mend: 'Save it as UTF-8.',
  }
}
