import type { Problem } from '../../model/problem'
import { isReservedPageSlug } from '../../urls/reserved-paths'
import { MAX_SLUG_BYTES, shortenSlug } from '../../urls/slug'
import type { ReadPost } from '../opened-post'
import { shorten } from '../text/shorten'
import { type AssignedSlugs, firstUsable, isFileName, placeOfSlug, wantedSlug } from './assign-slugs'

/** A page is `/<slug>`. Two pages with the same slug are an error; a page whose slug is reserved gets another one, with a warning. */
export function assignPageSlugs(pages: readonly ReadPost[]): AssignedSlugs {
  const slugs = new Map<ReadPost, string>()
  const owners = new Map<string, ReadPost>()
  const problems: Problem[] = []
  for (const page of pages) {
    const wanted = wantedSlug(page)
    const owner = owners.get(wanted)
    if (owner) {
      problems.push(badSlug('error', page, `\`/${wanted}\` is already the URL of ${owner.file.file}.`))
      continue
    }
    const isUsable = (slug: string) => isFileName(slug) && !owners.has(slug) && !isReservedPageSlug(slug)
    const slug = isUsable(wanted) ? wanted : firstUsable(otherNames(wanted), isUsable)
    if (slug !== wanted)
      problems.push(badSlug('warning', page, `${reasonFor(wanted)}, so this page is \`/${slug}\`.`))
    owners.set(slug, page)
    slugs.set(page, slug)
  }
  return { slugs, problems }
}

function otherNames(wanted: string): string[] {
  if (wanted === '') return ['page']
  return [isFileName(wanted) ? `${wanted}-page` : shortenSlug(wanted)]
}

function reasonFor(wanted: string): string {
  if (wanted === '') return 'The name of this page contains no letter or digit'
  return isFileName(wanted)
    ? `\`/${wanted}\` is reserved by the site`
    : `\`/${shorten(wanted, 60)}\` is longer than ${MAX_SLUG_BYTES} bytes`
}

function badSlug(severity: Problem['severity'], page: ReadPost, message: string): Problem {
  const hint = 'Write another `slug:` in the front matter, or rename the file.'
  return { severity, rule: 'slug/page', file: page.file.file, ...placeOfSlug(page), message, hint }
}
