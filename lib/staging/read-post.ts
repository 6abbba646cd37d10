import pLimit from 'p-limit'
import { parseDate } from '../dates'
import type { Problem } from '../model/problem'
import { wellFormed } from '../model/well-formed'
import { isHtmlFile, isNotebook } from '../urls/markdown-files'
import { splitDatePrefix } from '../urls/slug'
import type { Blog, PostFile } from './blogs/blog'
import { isListPage, isRepositoryFile, nameOfFile, titleOfName } from './blogs/post-name'
import type { Fields } from './front-matter/field-table'
import { readFields } from './front-matter/read-fields'
import { readFrontMatter } from './front-matter/read-front-matter'
import { evaluateTemplate } from './liquid/evaluate-template'
import type { LiquidBlog } from './liquid/liquid-document'
import { readLiquidSite } from './liquid/liquid-site'
import { joinMoves } from './markup/moved-lines'
import { rewriteMarkup } from './markup/rewrite-markup'
import { readMdx } from './mdx/read-mdx'
import { reportMdx, withMdx } from './mdx/report-mdx'
import { type Notebook, readNotebook } from './notebook/read-notebook'
import type { OpenedPost, ReadPost } from './opened-post'
import {
  hidden,
  listPage,
  noFrontMatter,
  noTitle,
  unreadableDraft,
  unreadableNotebook,
  wrongEncoding,
} from './post-problems'
import type { StageMemory } from './stage-memory'
import { findFirstHeading } from './text/first-heading'
import { readText } from './text/read-text'
import { repairBody, reportRepairs } from './text/repair-body'

/**
 * Reads every post of every blog, in the order of their files.
 * @param memory of an earlier run: only files that have changed are read
 */
export async function readPosts(blogs: readonly Blog[], memory?: StageMemory): Promise<ReadPosts> {
  const results = await Promise.all(blogs.map((blog) => readBlog(blog, memory)))
  return {
    posts: results.flatMap(({ posts }) => posts),
    pages: results.flatMap(({ pages }) => pages),
    problems: results.flatMap(({ problems }) => problems),
  }
}

/** What the files of blogs hold. */
export interface ReadPosts {
  posts: ReadPost[]
  /** Pages of imported blogs. */
  pages: ReadPost[]
  problems: Problem[]
}

/** Enough parallel reads to keep the disk busy, few enough for any limit of open files. */
const limit = pLimit(32)

async function readBlog(blog: Blog, memory: StageMemory | undefined): Promise<ReadPosts> {
  const hasTemplates = Boolean(blog.record.syntax.liquid)
  const open = async (file: PostFile): Promise<OpenedPost | { problems: Problem[] }> => {
    const post = await openPost(file, blog)
    return 'fields' in post && !hasTemplates ? { ...post, finished: finishPost(post, undefined) } : post
  }
  const results = await Promise.all(
    [...blog.posts, ...(blog.pages ?? [])].map((file) =>
      limit(() => (memory ? memory.open(file, blog, () => open(file)) : open(file))),
    ),
  )
  const documents = results.flatMap((result) => ('fields' in result ? result : []))
  // Templates may ask for any post of the blog, so all are read before the first is evaluated.
  const site = hasTemplates ? await readLiquidSite(blog, documents) : undefined
  const finished = documents.map((post) => post.finished ?? finishPost(post, site))
  const posts = finished.filter(({ file }) => file.pageUrl === undefined)
  const pages = finished.filter(({ file }) => file.pageUrl !== undefined)
  return { posts, pages, problems: results.flatMap(({ problems }) => problems) }
}

/**
 * Reads a post or page: front matter of any kind, and body.
 * @returns only problems if the file is not a post
 */
async function openPost(file: PostFile, blog: Blog): Promise<OpenedPost | { problems: Problem[] }> {
  const { text, decoded } = await readText(file.path)
  const notebook =
    isNotebook(file.path) && text.trim() !== '' ? readNotebook(text, nameOfFile(file.inBlog)) : undefined
  if (notebook && 'rule' in notebook) return { problems: [unreadableNotebook(file, blog, notebook)] }
  const written = notebook?.frontMatter ?? readFrontMatter(text)
  const isMdx = /\.mdx$/i.test(file.path) || blog.record.mdx === true
  const mdx = isMdx ? readMdx(written.body) : undefined
  const frontMatter = mdx ? withMdx(written, mdx) : written
  const problems: Problem[] = decoded ? [wrongEncoding(file.file, decoded)] : []
  const report = (found: readonly Omit<Problem, 'file'>[], step = 'front-matter') =>
    problems.push(...found.map((each) => ({ ...each, file: file.file, rule: `${step}/${each.rule}` })))
  report(frontMatter.problems, notebook && 'notebook')
  if (mdx) problems.push(...reportMdx(file.file, mdx, frontMatter.bodyLine))
  if (frontMatter.isEmpty) return { problems }

  const isFenced = frontMatter.format !== 'none' && (frontMatter.format !== 'header' || readsHeaders(blog))
  if (!isFenced && blog.kind === 'imported') {
    // A page of a demo beside the posts: only front matter makes HTML a post.
    if (isHtmlFile(file.path)) return { problems }
    if (!blog.record.bareFiles)
      return { problems: file.pageUrl === undefined ? [...problems, noFrontMatter(file)] : [] }
    if (isRepositoryFile(file.inBlog)) return { problems }
  }

  const {
    fields: own,
    extra,
    origin,
    wrong,
    problems: found,
  } = readFields(frontMatter.entries, blog.record, blog.kind)
  report(found)
  const fields: Fields = { ...(file.lang && { lang: file.lang }), ...defaultsFor(file, blog), ...own }
  if (frontMatter.mayBeDraft) {
    problems.push(unreadableDraft(file, blog))
    fields.draft = true
  }
  const keys = new Map(frontMatter.entries.map(({ key, value }) => [key.toLowerCase(), value]))
  if (blog.record.isHidden?.(keys)) return { problems: [...problems, hidden(file)] }
  // Of pages `placePages` decides: their URLs may lead to a list here.
  const isPost = blog.kind === 'imported' && file.pageUrl === undefined
  if (isPost && frontMatter.body.trim() === '' && isListPage(keys))
    return { problems: [...problems, listPage(file)] }
  const { text: body, runs } = repairBody(frontMatter.body)
  const bodyRuns = runs.map((run) => ({ ...run, line: run.line + frontMatter.bodyLine - 1 }))
  problems.push(...reportRepairs(file.file, [...frontMatter.repairs, ...bodyRuns]))
  // A missing field may be in the part that could not be read, which is already reported.
  if (frontMatter.problems.length > 0 && !notebook) wrong.add('date')
  const dayInPath = blog.kind === 'imported' ? dateInAddress(file.inBlog) : undefined
  fields.date ??= dateInAddress(fields.permalink) ?? splitDatePrefix(file.name).date ?? dayInPath
  const { format, bodyLine } = frontMatter
  const read = { file, blog, fields, extra, origin, wrong, format, body, bodyLine }
  return { ...read, ...(notebook && partsOf(notebook)), frontMatter, problems }
}

/** Jekyll and its relatives publish nothing without a fence. */
function readsHeaders({ record }: Blog): boolean {
  return record.headers === true || record.bareFiles === true
}

/** Evaluates templates, and derives missing fields from the body or the name. */
function finishPost(opened: OpenedPost, site: LiquidBlog | undefined): ReadPost {
  const { frontMatter, problems, ...post } = opened
  const { file, blog, fields } = post
  // A notebook is no template: its braces are Python's.
  const isPlain = isNotebook(file.path)
  const evaluation = isPlain
    ? { body: post.body, lines: post.lines, problems: [] }
    : evaluateTemplate(opened, site)
  const { body: evaluated, lines: moved, problems: unevaluated } = evaluation
  // A filter of Liquid may cut a character, and data may hold half of one.
  const isMarkup = !isPlain && !isHtmlFile(file.path)
  const made = isMarkup ? rewriteMarkup(evaluated) : { body: evaluated, moved: [] }
  const body = wellFormed(made.body)
  const lines = made.moved.length > 0 ? joinMoves(made.moved, moved ?? []) : moved
  problems.push(...unevaluated)
  const heading = fields.title === undefined ? findFirstHeading(body) : undefined
  // The name of a note is its title; in other systems a file name is part of the URL.
  const name = blog.record.titleFromName ? file.name.normalize('NFC') : undefined
  const known = fields.title ?? heading ?? name
  const title = known ?? titleOfName(file.name)
  if (known === undefined && frontMatter.problems.length === 0) problems.push(noTitle(file, title))
  return { ...post, fields: { ...fields, title }, titleIsFirstHeading: heading !== undefined, body, lines }
}

function partsOf({ lines, pictures }: Notebook): Pick<ReadPost, 'lines' | 'pictures'> {
  return { lines, pictures }
}

/** The defaults of the old system's configuration for documents of this folder and type; the narrower scope wins. */
function defaultsFor(file: PostFile, blog: Blog): Fields {
  const types = file.pageUrl === undefined ? ['posts', 'drafts'] : [file.collection?.name ?? 'pages']
  const scopes = blog.settings.defaults.filter(
    ({ folder, type }) =>
      (!folder || file.inBlog === folder || file.inBlog.startsWith(`${folder}/`)) &&
      (type === undefined || types.includes(type)),
  )
  return Object.assign({}, ...scopes.map(({ fields }) => fields))
}

/** `2016/09/29/Rust-1.12`: for many Zola posts only the URL contains the day. */
function dateInAddress(address: string | undefined): string | undefined {
  const [, year, month, day] = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(address ?? '') ?? []
  return year ? parseDate(`${year}-${month}-${day}`) : undefined
}
