import pLimit from 'p-limit'
import { parseDate } from '../dates'
import { type Problem, problemAtStart } from '../model/problem'
import { splitDatePrefix } from '../urls/slug'
import type { Blog, PostFile } from './blogs/blog'
import { isRepositoryFile, titleOfName } from './blogs/post-name'
import type { Entry } from './front-matter/entry'
import type { FieldName, Fields } from './front-matter/field-table'
import { readFields } from './front-matter/read-fields'
import { type FrontMatter, readFrontMatter } from './front-matter/read-front-matter'
import { evaluateTemplate } from './liquid/evaluate-template'
import { readMdx } from './mdx/read-mdx'
import { reportMdx, withMdx } from './mdx/report-mdx'
import { findFirstHeading } from './text/first-heading'
import { readText } from './text/read-text'
import { repairBody, reportRepairs } from './text/repair-body'

/** What one file says, before it is compared with others. */
export interface ReadPost {
  file: PostFile
  blog: Blog
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
  /** Where the lines of a body that Liquid made came from. */
  lines?: [staged: number, written: number][]
}

/** Reads every post of every blog, in the order of their files. */
export async function readPosts(blogs: readonly Blog[]): Promise<{ posts: ReadPost[]; problems: Problem[] }> {
  // Enough to keep the disk busy, few enough for any limit of open files.
  const limit = pLimit(32)
  const results = await Promise.all(
    blogs.flatMap((blog) => blog.posts.map((file) => limit(() => readPost(file, blog)))),
  )
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
  blog: Blog,
): Promise<{ post?: ReadPost; problems: Problem[] }> {
  const { text, decoded } = await readText(file.path)
  const written = readFrontMatter(text)
  const mdx = /\.mdx$/i.test(file.path) ? readMdx(written.body) : undefined
  const frontMatter = mdx ? withMdx(written, mdx) : written
  const problems: Problem[] = decoded ? [wrongEncoding(file.file, decoded)] : []
  const report = (found: readonly Omit<Problem, 'file'>[]) =>
    problems.push(...found.map((each) => ({ ...each, file: file.file, rule: `front-matter/${each.rule}` })))
  report(frontMatter.problems)
  if (mdx) problems.push(...reportMdx(file.file, mdx, frontMatter.bodyLine))
  if (frontMatter.isEmpty) return { problems }

  if (frontMatter.format === 'none' && blog.kind === 'imported') {
    if (!blog.record.bareFiles) return { problems: [...problems, noFrontMatter(file)] }
    if (isRepositoryFile(file.inBlog)) return { problems }
  }

  const {
    fields: ownFields,
    extra,
    origin,
    wrong,
    problems: found,
  } = readFields(frontMatter.entries, blog.record, blog.kind)
  report(found)
  const fields = { ...defaultsFor(file, blog), ...ownFields }
  if (frontMatter.mayBeDraft) {
    problems.push(unreadableDraft(file, blog))
    fields.draft = true
  }
  const keys = new Map(frontMatter.entries.map(({ key, value }) => [key.toLowerCase(), value]))
  if (blog.record.isHidden?.(keys)) return { problems: [...problems, hidden(file)] }
  const { text: repaired, runs } = repairBody(frontMatter.body)
  const bodyRuns = runs.map((run) => ({ ...run, line: run.line + frontMatter.bodyLine - 1 }))
  problems.push(...reportRepairs(file.file, [...frontMatter.repairs, ...bodyRuns]))

  const { body, lines, problems: unevaluated } = evaluateTemplate(repaired, frontMatter, file, blog)
  problems.push(...unevaluated)
  const heading = fields.title === undefined ? findFirstHeading(body) : undefined
  // The name of a note is its title; elsewhere a file's name is an address.
  const name = blog.record.titleFromName ? file.name.normalize('NFC') : undefined
  const title = fields.title ?? heading ?? name ?? titleOfName(file.name)
  // What is missing may be in what could not be read, and a problem says so already.
  const isBroken = frontMatter.problems.length > 0
  if (isBroken) wrong.add('date')
  if ((fields.title ?? heading ?? name) === undefined && !isBroken) problems.push(noTitle(file, title))
  const post: ReadPost = {
    file,
    blog,
    fields: {
      ...fields,
      title,
      date: fields.date ?? dateInAddress(fields.permalink) ?? splitDatePrefix(file.name).date,
    },
    titleIsFirstHeading: heading !== undefined,
    extra,
    origin,
    wrong,
    format: frontMatter.format,
    body,
    bodyLine: frontMatter.bodyLine,
    lines,
  }
  return { post, problems }
}

/** What the old system's configuration gave to posts of this folder; the narrower scope wins. */
function defaultsFor(file: PostFile, blog: Blog): Fields {
  const scopes = blog.settings.defaults.filter(
    ({ folder }) => !folder || file.inBlog.startsWith(`${folder}/`),
  )
  return Object.assign({}, ...scopes.map(({ fields }) => fields))
}

/** `2016/09/29/Rust-1.12`: for many posts of Zola the address alone holds the day. */
function dateInAddress(address: string | undefined): string | undefined {
  const [, year, month, day] = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(address ?? '') ?? []
  return year ? parseDate(`${year}-${month}-${day}`) : undefined
}

function noFrontMatter(file: PostFile): Problem {
  return {
    severity: 'warning',
    rule: 'front-matter/none',
    file: file.file,
    line: 1,
    column: 1,
    message: 'The file has no front matter, so its old system did not publish it, and it is no post here.',
    hint: 'Begin it with `---`, a title, and `---`, or leave it as it is.',
  }
}

function unreadableDraft(file: PostFile, blog: Blog): Problem {
  return problemAtStart(file.file, {
    severity: blog.kind === 'own' ? 'error' : 'warning',
    rule: 'front-matter/unreadable-draft',
    message: 'The broken front matter may say that this is a draft, so it is kept as one.',
    hint: 'Correct the front matter.',
  })
}

function hidden(file: PostFile): Problem {
  return problemAtStart(file.file, {
    severity: 'warning',
    rule: 'front-matter/hidden',
    message:
      'The front matter says that its old system made no page of this file, so it is not published here.',
    hint: 'Delete that key to publish it.',
  })
}

function noTitle(file: PostFile, title: string): Problem {
  return {
    severity: 'warning',
    rule: 'front-matter/no-title',
    file: file.file,
    line: 1,
    column: 1,
    message: `There is no title, neither in the front matter nor as a heading; the file’s name makes it “${title}”.`,
    hint: 'Write `title:` in the front matter.',
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
    hint: 'Save it as UTF-8.',
  }
}
