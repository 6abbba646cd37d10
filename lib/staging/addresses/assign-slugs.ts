import { writtenDay } from '../../dates'
import { FILE_START, type Problem } from '../../model/problem'
import { isReservedPostSlug } from '../../urls/reserved-paths'
import { MAX_SLUG_BYTES, shortenSlug, slugify, splitDatePrefix } from '../../urls/slug'
import type { ReadPost } from '../opened-post'
import { shorten } from '../text/shorten'

/** The slugs of all posts, assigned together, because they must be unique. */
export interface AssignedSlugs {
  /** A post without one is skipped, and an error says why. */
  slugs: Map<ReadPost, string>
  problems: Problem[]
}

/**
 * The slug comes from the front matter, else from the name of the file or folder without its date. Two of the author's own posts
 * with the same slug are an error: the first in file order keeps it. Posts of imported blogs follow, the oldest
 * first; if the slug of one is taken, its language, day, folder or a number is appended, and a warning
 * reports it. The same applies to a post whose slug is reserved.
 * @param posts in the order of their files
 */
export function assignSlugs(posts: readonly ReadPost[]): AssignedSlugs {
  const slugs = new Map<ReadPost, string>()
  const owners = new Map<string, ReadPost>()
  const problems: Problem[] = []
  const own = posts.filter(({ blog }) => blog.kind === 'own')
  const imported = posts.filter(({ blog }) => blog.kind === 'imported').sort(byDate)
  for (const post of [...own, ...imported]) {
    const wanted = wantedSlug(post)
    const owner = owners.get(wanted)
    if (owner && post.blog.kind === 'own') {
      problems.push(takenSlug(post, owner, wanted))
      continue
    }
    const isUsable = (slug: string) => isFileName(slug) && !owners.has(slug) && !isReservedPostSlug(slug)
    const slug = isUsable(wanted) ? wanted : firstUsable(otherNames(post, wanted), isUsable)
    if (slug !== wanted) problems.push(renamed(post, reasonFor(post, wanted, owner), slug))
    owners.set(slug, post)
    slugs.set(post, slug)
  }
  return { slugs, problems }
}

/** Whether a page can be kept in a file of this name. */
export function isFileName(slug: string): boolean {
  return slug !== '' && Buffer.byteLength(slug) <= MAX_SLUG_BYTES
}

/** The slug that a post would get if there were no others. */
export function wantedSlug({ fields, file }: ReadPost): string {
  return slugify(fields.slug ?? splitDatePrefix(file.name).rest)
}

/** The first free name, else the first name with the lowest number that makes it free. */
export function firstUsable(names: readonly string[], isUsable: (slug: string) => boolean): string {
  const free = names.find(isUsable)
  if (free !== undefined) return free
  const [base = 'post'] = names
  for (let number = 2; ; number++) if (isUsable(`${base}-${number}`)) return `${base}-${number}`
}

/** Other names for a post, best first: with its language, its day, its folder, both; without a name, its title. */
function otherNames({ fields, file }: ReadPost, wanted: string): string[] {
  if (wanted === '') return [slugify(fields.title) || 'post']
  const lang = fields.lang ? `-${fields.lang.toLowerCase()}` : ''
  const day = fields.date ? `-${writtenDay(fields.date)}` : ''
  const segments = file.inBlog.split('/')
  // The name already comes from the bundle's folder; the one above it adds information.
  const isBundle = [file.name, splitDatePrefix(file.name).rest].includes(segments.at(-2) ?? '')
  const parent = slugify(segments.at(isBundle ? -3 : -2) ?? '')
  const folder = parent ? `-${parent}` : ''
  const suffixes = [lang, day, folder, day && folder ? `${day}${folder}` : ''].filter(Boolean)
  const names = suffixes.length > 0 ? suffixes.map((suffix) => wanted + suffix) : [wanted]
  return (isFileName(wanted) ? names : [wanted, ...names]).map(shortenSlug)
}

/** Oldest first, undated last, a text before its translations, then by file: the same order on every machine. */
function byDate(a: ReadPost, b: ReadPost): number {
  const [left, right] = [a, b].map(({ fields, file }) => `${fields.date ?? '~'} ${file.lang ? 1 : 0}`)
  if (left === undefined || right === undefined) return 0
  return left < right ? -1 : left > right ? 1 : a.file.file < b.file.file ? -1 : 1
}

function reasonFor({ file }: ReadPost, wanted: string, owner: ReadPost | undefined): string {
  if (wanted === '') return `The name “${file.name}” contains no letter or digit`
  if (owner) return `The slug \`${wanted}\` is already used by ${owner.file.file}`
  if (!isFileName(wanted)) return `The slug \`${shorten(wanted, 60)}\` is longer than ${MAX_SLUG_BYTES} bytes`
  return `The slug \`${wanted}\` is reserved`
}

function takenSlug(post: ReadPost, owner: ReadPost, slug: string): Problem {
  return {
    severity: 'error',
    rule: 'slug/taken',
    file: post.file.file,
    ...placeOfSlug(post),
    message: `The slug \`${slug}\` is already used by ${owner.file.file}.`,
    hint: 'Write another `slug:` in the front matter of one of them, or rename its file.',
  }
}

function renamed(post: ReadPost, reason: string, slug: string): Problem {
  return {
    severity: 'warning',
    rule: 'slug/renamed',
    file: post.file.file,
    ...placeOfSlug(post),
    message: `${reason}, so this post is \`${slug}\`.`,
    hint: 'Write `slug:` in its front matter to choose another.',
  }
}

/** The position of the slug in the front matter, else the start of the file. */
export function placeOfSlug({ origin }: ReadPost): { line: number; column: number } {
  const { line, column } = origin.slug ?? FILE_START
  return { line, column }
}
