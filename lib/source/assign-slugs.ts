import type { Problem } from './problem'
import type { ReadPost } from './read-post'
import { slugify, splitDatePrefix } from './slug'

/** The address of every post, decided once and together, because each must be the only one. */
export interface AssignedSlugs {
  /** A post that got none is left out, and an error says why. */
  slugs: Map<ReadPost, string>
  problems: Problem[]
}

/**
 * The slug is the front matter's, else the name of file or folder without its date. Two of the author's own posts
 * with one slug are an error: the first in order of their files keeps it.
 */
export function assignSlugs(posts: readonly ReadPost[]): AssignedSlugs {
  const slugs = new Map<ReadPost, string>()
  const owners = new Map<string, ReadPost>()
  const problems: Problem[] = []
  for (const post of posts) {
    const slug = wantedSlug(post)
    const owner = owners.get(slug)
    if (slug === '') problems.push(noSlug(post))
    else if (owner) problems.push(takenSlug(post, owner, slug))
    else {
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

function noSlug({ file }: ReadPost): Problem {
  return {
    severity: 'error',
    rule: 'slug/empty',
    file: file.file,
    line: 1,
    column: 1,
    message: `The name “${file.name}” holds no letter or figure, so the post has no address.`,
    mend: 'Write `slug:` in the front matter, or rename the file.',
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
    mend: 'Write another `slug:` in the front matter of one of them, or rename its file.',
  }
}
