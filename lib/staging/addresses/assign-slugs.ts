import { writtenDay } from '../../dates'
import type { Problem } from '../../model/problem'
import { slugify, splitDatePrefix } from '../../urls/slug'
import type { ReadPost } from '../read-post'

/** The address of every post, decided once and together, because each must be the only one. */
export interface AssignedSlugs {
  /** A post that got none is left out, and an error says why. */
  slugs: Map<ReadPost, string>
  problems: Problem[]
}

/**
 * The slug is the front matter's, else the name of file or folder without its date. Two of the author's own posts
 * with one slug are an error: the first in order of their files keeps it. Posts of old blogs come after, the oldest
 * first; one that finds its slug taken gets its day behind it, then its folder, then both, and a warning says so.
 * @param posts in the order of their files
 */
export function assignSlugs(posts: readonly ReadPost[]): AssignedSlugs {
  const slugs = new Map<ReadPost, string>()
  const owners = new Map<string, ReadPost>()
  const problems: Problem[] = []
  const own = posts.filter(({ blog }) => blog.kind === 'own')
  const old = posts.filter(({ blog }) => blog.kind === 'imported').sort(byDate)
  for (const post of [...own, ...old]) {
    const wanted = wantedSlug(post)
    const owner = owners.get(wanted)
    const slug =
      owner && post.blog.kind === 'imported'
        ? alternatives(post, wanted).find((each) => !owners.has(each))
        : wanted
    if (slug === '') problems.push(noSlug(post))
    else if (slug === undefined || (owner && slug === wanted))
      problems.push(takenSlug(post, owner ?? post, wanted))
    else {
      if (owner) problems.push(renamed(post, owner, wanted, slug))
      owners.set(slug, post)
      slugs.set(post, slug)
    }
  }
  return { slugs, problems }
}

/** What a post would be called if it were alone. */
export function wantedSlug({ fields, file }: ReadPost): string {
  return slugify(fields.slug ?? splitDatePrefix(file.name).rest)
}

/** Other names for a post of an old blog, best first: with its day, with its folder, with both. */
function alternatives({ fields, file }: ReadPost, wanted: string): string[] {
  const day = fields.date ? `-${writtenDay(fields.date)}` : ''
  const segments = file.inBlog.split('/')
  // The folder of a bundle gave the name already; the one above it tells more.
  const parent = slugify(segments.at(segments.at(-2) === file.name ? -3 : -2) ?? '')
  const folder = parent ? `-${parent}` : ''
  return [day, folder, day && folder ? `${day}${folder}` : '']
    .filter(Boolean)
    .map((suffix) => wanted + suffix)
}

/** Oldest first, undated last, then by file: the same order on every machine. */
function byDate(a: ReadPost, b: ReadPost): number {
  const [left, right] = [a.fields.date ?? '~', b.fields.date ?? '~']
  return left < right ? -1 : left > right ? 1 : a.file.file < b.file.file ? -1 : 1
}

function noSlug({ file }: ReadPost): Problem {
  return {
    severity: 'error',
    rule: 'slug/empty',
    file: file.file,
    line: 1,
    column: 1,
    message: `The name “${file.name}” holds no letter or figure, so the post has no address.`,
    hint: 'Write `slug:` in the front matter, or rename the file.',
  }
}

function takenSlug(post: ReadPost, owner: ReadPost, slug: string): Problem {
  const { line, column } = post.origin.slug ?? { line: 1, column: 1 }
  return {
    severity: 'error',
    rule: 'slug/taken',
    file: post.file.file,
    line,
    column,
    message: `The address \`${slug}\` is already that of ${owner.file.file}.`,
    hint: 'Write another `slug:` in the front matter of one of them, or rename its file.',
  }
}

function renamed(post: ReadPost, owner: ReadPost, wanted: string, slug: string): Problem {
  const { line, column } = post.origin.slug ?? { line: 1, column: 1 }
  return {
    severity: 'warning',
    rule: 'slug/renamed',
    file: post.file.file,
    line,
    column,
    message: `The address \`${wanted}\` is that of ${owner.file.file}, so this post is \`${slug}\`.`,
    hint: 'Write `slug:` in its front matter to choose another.',
  }
}
