import type { Problem } from '../../model/problem'
import type { ReadPost } from '../read-post'
import { type AssignedSlugs, wantedSlug } from './assign-slugs'

/** A page is `/<slug>`, so it must not be called what the site itself uses. Two of one name are an error. */
export function assignPageSlugs(pages: readonly ReadPost[]): AssignedSlugs {
  const slugs = new Map<ReadPost, string>()
  const owners = new Map<string, ReadPost>()
  const problems: Problem[] = []
  for (const page of pages) {
    const slug = wantedSlug(page)
    const owner = owners.get(slug)
    if (slug === '' || RESERVED.has(slug))
      problems.push(badSlug(page, `\`/${slug}\` belongs to the site itself.`))
    else if (owner) problems.push(badSlug(page, `\`/${slug}\` is already the address of ${owner.file.file}.`))
    else {
      owners.set(slug, page)
      slugs.set(page, slug)
    }
  }
  return { slugs, problems }
}

/** The first segments of the site's own routes and files. */
const RESERVED = new Set(['_next', '_quire', 'api', 'embeds', 'og', 'posts', 'search', 'series', 'tags'])

function badSlug({ file, origin }: ReadPost, message: string): Problem {
  const { line, column } = origin.slug ?? { line: 1, column: 1 }
  const hint = 'Write another `slug:` in the front matter, or rename the file.'
  return { severity: 'error', rule: 'slug/page', file: file.file, line, column, message, hint }
}
