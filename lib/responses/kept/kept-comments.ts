import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LineCounter, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import type { Problem } from '../../model/problem'
import { contentDir } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import type { CommentRow } from '../store/schema'
import { isOwnId, type KeptComment } from './kept-thread'

/** The comments of one post that are stored in the repository, and the problems of their file. */
export interface KeptComments {
  comments: KeptComment[]
  problems: Problem[]
}

/** The file of a post's comments, relative to the project. */
export function keptFile(slug: string): string {
  return join(contentDir(), 'responses', `${slug}.yaml`)
}

/** Reads the comments of one post; none if there is no file. An invalid entry is omitted and reported. */
export async function readKept(slug: string): Promise<KeptComments> {
  const file = keptFile(slug)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? { comments: [], problems: [] } : parseKept(text, file.replaceAll('\\', '/'))
}

/** The posts that have a file of comments. */
export async function keptSlugs(): Promise<string[]> {
  const files = await readdir(join(contentDir(), 'responses')).catch(() => [])
  return files
    .filter((file) => file.endsWith('.yaml') && file !== 'sent-webmentions.yaml')
    .map((file) => basename(file, '.yaml'))
}

/** @param file for messages */
export function parseKept(text: string, file: string): KeptComments {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const problems: Problem[] = document.errors.map((error) => ({
    severity: 'warning',
    rule: 'responses/yaml',
    file,
    line: error.linePos?.[0].line ?? 1,
    column: error.linePos?.[0].col ?? 1,
    message: `The comments cannot be read: ${error.message.split('\n')[0]}`,
    hint: 'Until it is corrected, the comments of this file are not shown.',
  }))
  if (problems.length > 0) return { comments: [], problems }
  const entries: unknown = document.toJS() ?? []
  if (!Array.isArray(entries))
    return { comments: [], problems: [{ ...placed(file), message: 'This is not a list of comments.' }] }
  const comments = entries.flatMap((entry, index) => {
    const parsed = schema.safeParse(entry)
    if (parsed.success) return [parsed.data]
    const [start = 0] = nodeRange(document.getIn([index], true))
    const { line, col } = lines.linePos(start)
    const [issue] = parsed.error.issues
    const field = issue?.path.join('.') || 'the entry'
    problems.push({
      ...placed(file, line, col),
      message: `Comment ${index + 1} is left out: ${field}: ${issue?.message}.`,
    })
    return []
  })
  return { comments, problems }
}

/** Writes the approved comments of a post. Comments that the author added by hand are kept. */
export async function writeKept(slug: string, rows: readonly CommentRow[]): Promise<'written' | 'same'> {
  const file = keptFile(slug)
  const before = await readFile(file, 'utf8').catch(() => '')
  const kept = before === '' ? { comments: [], problems: [] } : parseKept(before, file)
  const [problem] = kept.problems
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message} Nothing was written.`)
  const byHand = kept.comments.filter(({ id }) => !isOwnId(id))
  const comments = [...byHand, ...rows.map(toKept)].sort((a, b) => Date.parse(a.date) - Date.parse(b.date))
  const text = comments.length === 0 ? '[]\n' : stringify(comments, { lineWidth: 0 })
  const after = `${HEAD}${text}`
  if (after === before || (before === '' && comments.length === 0)) return 'same'
  await writeFileAtomic(file, after)
  return 'written'
}

function toKept({ id, parent, name, site, created, text }: CommentRow): KeptComment {
  return {
    id,
    ...(parent && { parent }),
    name,
    ...(site && { site }),
    date: new Date(created).toISOString(),
    text,
  }
}

function nodeRange(node: unknown): readonly number[] {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? node.range
    : []
}

/** A problem of a comment, without its message. */
export function placed(file: string, line = 1, column = 1) {
  return {
    severity: 'warning' as const,
    rule: 'responses/comment',
    file,
    line,
    column,
    hint: 'Each needs id, name, date and text.',
  }
}

const HEAD =
  '# Comments on this post. Written by `npm run responses -- keep`; part of the page without a database.\n'

const schema = z.object({
  id: z.string().min(1).max(100),
  parent: z.string().optional(),
  name: z.string().min(1).max(200),
  site: z.url({ protocol: /^https?$/ }).optional(),
  date: z.string().refine((date) => Number.isFinite(Date.parse(date)), 'is not a date'),
  text: z.string().min(1).max(20_000),
})
