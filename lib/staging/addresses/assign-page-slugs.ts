import type { Problem } from '../../model/problem'
import { isReservedPageSlug } from '../../urls/reserved-paths'
import type { ReadPost } from '../opened-post'
import { type AssignedSlugs, firstUsable, placeOfSlug, wantedSlug } from './assign-slugs'

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
    const isUsable = (slug: string) => slug !== '' && !owners.has(slug) && !isReservedPageSlug(slug)
    const slug = isUsable(wanted) ? wanted : firstUsable([wanted ? `${wanted}-page` : 'page'], isUsable)
    if (slug !== wanted) {
      problems.push(
        badSlug('warning', page, `\`/${wanted}\` is reserved by the site, so this page is \`/${slug}\`.`),
      )
    }
    owners.set(slug, page)
    slugs.set(page, slug)
  }
  return { slugs, problems }
}

function badSlug(severity: Problem['severity'], page: ReadPost, message: string): Problem {
  const hint = 'Write another `slug:` in the front matter, or rename the file.'
  return { severity, rule: 'slug/page', file: page.file.file, ...placeOfSlug(page), message, hint }
}
